# Locks the shelves one after the other: no deadlock, but both are never reserved at once.
# Hint: looks as if one shelf is let go before the other is locked: both must be held for the whole move.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    with source.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
    with target.lock:
        target.stock += pieces
    return True

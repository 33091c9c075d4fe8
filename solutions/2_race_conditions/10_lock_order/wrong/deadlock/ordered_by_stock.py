# Orders the locks by stock, which changes under its hands and may be equal.
# Hint: looks like an order of the locks by something that changes: two threads may see it differently.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    first, second = sorted((source, target), key=lambda shelf: shelf.stock)
    with first.lock, second.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True

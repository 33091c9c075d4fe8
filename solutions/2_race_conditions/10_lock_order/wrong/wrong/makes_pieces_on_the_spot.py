# Reckons both stocks beforehand: a move from a shelf to itself makes pieces out of nothing.
# Hint: looks as if both stocks are worked out before either is written: what if source and target are the same shelf?
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    first, second = sorted((source, target), key=lambda shelf: shelf.name)
    with first.lock, second.lock:
        if source.stock < pieces:
            return False
        drive()
        left, arrived = source.stock - pieces, target.stock + pieces
        source.stock = left
        target.stock = arrived
        return True

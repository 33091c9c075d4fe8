# A pair of new locks per call: it deadlocks no more, since it locks nothing.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    first, second = threading.RLock(), threading.RLock()
    with first, second:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True

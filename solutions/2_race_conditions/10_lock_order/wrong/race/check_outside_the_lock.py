# Counts the pieces before it holds the locks; somebody else may take them first.
# Hint: looks like a check before the lock is taken: what you saw may no longer be true when you act on it.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    if source.stock < pieces:
        return False
    first, second = sorted((source, target), key=lambda shelf: shelf.name)
    with first.lock, second.lock:
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True

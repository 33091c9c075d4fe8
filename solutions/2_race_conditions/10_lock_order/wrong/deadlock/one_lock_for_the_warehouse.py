# One lock for the whole warehouse: safe, but every move waits for every other.
# Hint: looks like one lock for everything: moves between other shelves have to wait as well.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


warehouse = threading.RLock()


def move(source, target, pieces, drive=straight):
    with warehouse:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True

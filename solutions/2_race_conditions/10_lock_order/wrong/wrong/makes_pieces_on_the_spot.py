# Reckons both stocks beforehand: a move from a shelf to itself makes pieces out of nothing.
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

# The order is right, but a move from a shelf to itself takes a plain Lock twice.
# Hint: looks as if the same lock is taken twice when source and target are one shelf: a `Lock` then waits for itself.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.Lock()


def move(source, target, pieces, drive=straight):
    first, second = sorted((source, target), key=lambda shelf: shelf.name)
    with first.lock, second.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True

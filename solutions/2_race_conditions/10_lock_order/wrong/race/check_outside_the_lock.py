# Counts the pieces before it holds the locks; somebody else may take them first.
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

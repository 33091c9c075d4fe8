# Gives both shelves back after the drive and locks the target again: in between the pieces are nowhere.
# Hint: looks as if the locks are given back between taking off and putting down: in between, others find the pieces on neither shelf.
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
        source.stock -= pieces
    with target.lock:
        target.stock += pieces
    return True

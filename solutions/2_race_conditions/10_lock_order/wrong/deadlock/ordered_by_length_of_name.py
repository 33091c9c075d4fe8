# Locks in argument order whenever the names are equally long: the order isn't total.
# Hint: looks like an order in which two different shelves can be equal: for those two there is no order at all.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    first, second = sorted((source, target), key=lambda shelf: len(shelf.name))
    with first.lock, second.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True

# Takes the target's lock first: still the order of the arguments, only the other way round.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    with target.lock, source.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True

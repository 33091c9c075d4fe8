# Takes the target's lock first: still the order of the arguments, only the other way round.
# Hint: looks like locks taken in the order of the arguments: two moves in opposite directions wait for each other.
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

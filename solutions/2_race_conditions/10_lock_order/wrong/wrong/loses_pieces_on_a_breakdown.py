# Takes the pieces off the shelf before it drives: after a breakdown they are gone.
# Hint: looks as if the pieces are taken off before the drive: if the drive fails, they are nowhere.
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
        source.stock -= pieces
        drive()
        target.stock += pieces
        return True

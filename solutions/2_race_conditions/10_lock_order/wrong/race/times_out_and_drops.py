# Gives up when the second lock isn't free in time and says that there were too few pieces.
# Hint: looks as if a lock that isn't free in time counts as a refusal: being busy is no reason to drop a move.
import threading


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    with source.lock:
        if not target.lock.acquire(timeout=1.0):
            return False
        try:
            if source.stock < pieces:
                return False
            drive()
            source.stock -= pieces
            target.stock += pieces
            return True
        finally:
            target.lock.release()

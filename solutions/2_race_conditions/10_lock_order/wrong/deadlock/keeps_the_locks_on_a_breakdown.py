# If drive() raises, the locks are never given back; the next move waits for ever.
# Hint: looks like `acquire()` … `release()` without `finally`: an exception in between keeps the lock for ever.
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
    first.lock.acquire()
    second.lock.acquire()
    enough = source.stock >= pieces
    if enough:
        drive()
        source.stock -= pieces
        target.stock += pieces
    second.lock.release()
    first.lock.release()
    return enough

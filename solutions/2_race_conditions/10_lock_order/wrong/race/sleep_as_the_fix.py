# Sleeps so that the others are through, then does without the locks.
# Hint: looks like a sleep in place of a lock: it makes the bad moment rarer and prevents nothing.
import threading
import time


def straight():
    pass


class Shelf:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source, target, pieces, drive=straight):
    time.sleep(0.05)
    if source.stock < pieces:
        return False
    drive()
    source.stock -= pieces
    target.stock += pieces
    return True

"""A global is read under a lock, and written one larger without it."""

from threading import Lock, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0
lock = Lock()


class Reader:
    @property
    def total(self):
        with lock:
            return total


reader = Reader()


def add():
    global total
    total = reader.total + 1


def main():
    race(add, add)
    return total

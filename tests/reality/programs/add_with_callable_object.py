"""A global is read by an object that is called, and its caller writes it one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


class Get:
    def __call__(self):
        return total


get = Get()


def add():
    global total
    total = get() + 1


def main():
    race(add, add)
    return total

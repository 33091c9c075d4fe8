"""A global is read, an object is made, and the global is written one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Receipt:
    pass


total = 0


def add():
    global total
    seen = total
    receipt = Receipt()
    total = seen + 1
    return receipt


def main():
    race(add, add)
    return total

"""A global is read, handed to `int`, and written one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


def add():
    global total
    total = int(total) + 1


def main():
    race(add, add)
    return total

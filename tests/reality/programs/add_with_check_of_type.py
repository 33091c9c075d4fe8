"""A global is read, its type is asked for, and it is written one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


def add():
    global total
    seen = total
    if isinstance(seen, int):
        total = seen + 1


def main():
    race(add, add)
    return total

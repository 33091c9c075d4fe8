"""A global is read, and written one larger in the next statement."""

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
    total = seen + 1


def main():
    race(add, add)
    return total

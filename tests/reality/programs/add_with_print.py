"""A global is read, printed, and written one larger."""

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
    print(seen)
    total = seen + 1


def main():
    race(add, add)
    return total

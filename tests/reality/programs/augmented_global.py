"""A global is read, and written one larger."""

from threading import Thread

total = 0


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


def add():
    global total
    total += 1


def main():
    race(add, add)
    return total

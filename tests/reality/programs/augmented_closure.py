"""A variable of the enclosing function is read, and written one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


def main():
    total = 0

    def add():
        nonlocal total
        total += 1

    race(add, add)
    return total

"""An item of a list is read, and written one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


totals = [0]


def add():
    totals[0] += 1


def main():
    race(add, add)
    return totals[0]

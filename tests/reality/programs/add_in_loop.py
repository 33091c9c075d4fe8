"""A global is read, and written one larger, twice in a loop."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


def add():
    global total
    for _ in range(2):
        total += 1


def main():
    race(add, add)
    return total

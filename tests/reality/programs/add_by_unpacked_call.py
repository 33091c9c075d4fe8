"""A function called with `*` reads a global, and its caller writes it one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0
nothing = ()


def get():
    return total


def add():
    global total
    total = get(*nothing) + 1


def main():
    race(add, add)
    return total

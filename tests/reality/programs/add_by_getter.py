"""A function reads a global, and its caller writes it one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


def get():
    return total


def add():
    global total
    total = get() + 1


def main():
    race(add, add)
    return total

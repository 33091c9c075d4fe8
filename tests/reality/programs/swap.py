"""Two globals are swapped."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


left, right = "l", "r"


def swap():
    global left, right
    left, right = right, left


def main():
    race(swap, swap)
    return left, right

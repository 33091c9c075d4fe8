"""A reader takes a tuple that a writer replaces as a whole."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


state = (0, 0)
seen = []


def write():
    global state
    state = (1, 1)


def read():
    x, y = state
    seen.append((x, y))


def main():
    race(write, read)
    return seen

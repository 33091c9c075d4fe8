"""A global is read by a partial function, and its caller writes it one larger."""

from functools import partial
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


def get(more):
    return total + more


one_more = partial(get, 1)


def add():
    global total
    total = one_more()


def main():
    race(add, add)
    return total

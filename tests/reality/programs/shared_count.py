"""Two threads take from one `itertools.count`."""

from itertools import count
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


source = count()
taken = []


def take():
    taken.append(next(source))


def main():
    race(take, take)
    return taken

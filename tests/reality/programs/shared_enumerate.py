"""Two threads take from one `enumerate`."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


source = enumerate("ab")
taken = []


def take():
    taken.append(next(source))


def main():
    race(take, take)
    return taken

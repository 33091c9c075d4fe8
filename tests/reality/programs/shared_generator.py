"""Two threads take from one generator."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


def numbers():
    yield 1
    yield 2


source = numbers()
taken = []


def take():
    taken.append(next(source))


def main():
    race(take, take)
    return taken

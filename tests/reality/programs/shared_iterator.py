"""Two threads loop over one iterator of a list."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


source = iter([1, 2, 3])
taken = []


def take():
    for number in source:
        taken.append(number)


def main():
    race(take, take)
    return sorted(taken)

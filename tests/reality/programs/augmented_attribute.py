"""An attribute is read, and written one larger, twice by each thread."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Counter:
    def __init__(self):
        self.value = 0

    def add(self):
        self.value += 1
        self.value += 1


def main():
    counter = Counter()
    race(counter.add, counter.add)
    return counter.value

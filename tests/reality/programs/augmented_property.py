"""A property is read, and written one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Counter:
    def __init__(self):
        self._value = 0

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value


counter = Counter()


def add():
    counter.value += 1


def main():
    race(add, add)
    return counter.value

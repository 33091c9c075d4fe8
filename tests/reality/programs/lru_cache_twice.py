"""A cached function is called by two threads at once with one argument."""

from functools import lru_cache
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


calls = []


@lru_cache
def square(number):
    calls.append(number)
    return number * number


def main():
    race(lambda: square(3), lambda: square(3))
    return len(calls), square(3)

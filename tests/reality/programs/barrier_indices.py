"""Two threads meet at a barrier, and each is given a number."""

from threading import Barrier, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


barrier = Barrier(2)
numbers = {}


def meet(name):
    numbers[name] = barrier.wait()


def main():
    race(lambda: meet("a"), lambda: meet("b"))
    return numbers

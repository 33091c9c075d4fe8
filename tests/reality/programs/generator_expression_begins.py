"""A global is read before a generator expression is used, and again in it."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


state = 0
results = []


def read():
    before = state
    results.append((before, sum(state for _ in "x")))


def write():
    global state
    state = 1


def main():
    race(read, write)
    return results

"""A global is read before a comprehension, and again in it."""

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
    within = [state for _ in "x"]
    results.append((before, within[0]))


def write():
    global state
    state = 1


def main():
    race(read, write)
    return results

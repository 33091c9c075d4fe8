"""A global is read by a caller, and then by the generator that it resumes."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


state = 0
results = []


def states():
    yield None
    yield state


def read():
    reader = states()
    next(reader)
    before = state
    after = next(reader)
    results.append((before, after))


def write():
    global state
    state = 1


def main():
    race(read, write)
    return results

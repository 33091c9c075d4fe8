"""A thread waits for a flag, but only so long."""

from threading import Event, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


ready = Event()
seen = []


def take():
    seen.append(ready.wait(0.0001))


def main():
    race(take, ready.set)
    return seen

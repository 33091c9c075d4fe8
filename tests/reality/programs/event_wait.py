"""A thread waits for a flag, which is set before the value is written."""

from threading import Event, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


ready = Event()
value = None
seen = []


def give():
    global value
    ready.set()
    value = "given"


def take():
    ready.wait()
    seen.append(value)


def main():
    race(take, give)
    return seen

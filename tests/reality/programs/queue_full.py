"""A queue of one place is filled by two threads that do not wait."""

from queue import Full, Queue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = Queue(maxsize=1)
refused = []


def put(name):
    try:
        line.put_nowait(name)
    except Full:
        refused.append(name)


def main():
    race(lambda: put("a"), lambda: put("b"))
    return line.get(), refused

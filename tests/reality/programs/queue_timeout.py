"""A thread waits for an item, but only so long."""

from queue import Empty, Queue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = Queue()
seen = []


def take():
    try:
        seen.append(line.get(timeout=0.0001))
    except Empty:
        seen.append("none")


def main():
    race(take, lambda: line.put("item"))
    return seen

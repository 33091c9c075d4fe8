"""A simple queue is taken from, before or after another thread puts."""

from queue import Empty, SimpleQueue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = SimpleQueue()
taken = []


def take():
    try:
        taken.append(line.get_nowait())
    except Empty:
        taken.append("none")


def main():
    race(take, lambda: line.put("item"))
    return taken, line.qsize()

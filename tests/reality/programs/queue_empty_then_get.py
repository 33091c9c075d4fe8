"""A queue is found not to be empty, and then waited for."""

from queue import Queue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = Queue()
taken = []


def take():
    if not line.empty():
        taken.append(line.get())


def main():
    line.put("last")
    race(take, take)
    return taken

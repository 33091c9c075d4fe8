"""Two threads put into a queue, and main takes."""

from queue import Queue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = Queue()


def main():
    race(lambda: line.put("a"), lambda: line.put("b"))
    return line.get(), line.get()

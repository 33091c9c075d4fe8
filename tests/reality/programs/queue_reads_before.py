"""A value is read, and put into a queue."""

from queue import Queue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = Queue()
value = 0


def put():
    line.put(value)


def write():
    global value
    value = 1
    line.put("written")


def main():
    race(put, write)
    return line.get(), line.get()

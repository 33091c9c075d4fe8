"""A queue is shut down, before or after a thread puts into it."""

import queue
from queue import Queue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = Queue()
seen = []


def put():
    try:
        line.put("item")
        seen.append("put")
    except queue.ShutDown:
        seen.append("refused")


def main():
    if not hasattr(line, "shutdown"):
        return "this Python has none"
    race(put, line.shutdown)
    return seen, line.qsize()

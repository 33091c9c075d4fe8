"""A queue is joined, while a worker notes each task that is done."""

from queue import Queue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = Queue()
log = []


def work():
    log.append(line.get())
    line.task_done()
    log.append("after")


def hand_over():
    line.put("task")
    line.join()
    log.append("joined")


def main():
    race(hand_over, work)
    return log

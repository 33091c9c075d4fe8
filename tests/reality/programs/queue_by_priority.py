"""Two threads put into a priority queue, and one takes."""

from queue import PriorityQueue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


urgent = PriorityQueue()
taken = []


def exchange():
    urgent.put(2)
    taken.append(urgent.get())


def main():
    race(exchange, lambda: urgent.put(1))
    return taken, urgent.get()

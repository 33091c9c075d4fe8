"""Two threads put into a last-in, first-out queue, and one takes."""

from queue import LifoQueue
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


stack = LifoQueue()
taken = []


def exchange():
    stack.put("a")
    taken.append(stack.get())


def main():
    race(exchange, lambda: stack.put("b"))
    return taken, stack.get()

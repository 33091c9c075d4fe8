"""A global is read, and written one larger after a nap."""

from threading import Thread
from time import sleep


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


def add():
    global total
    seen = total
    sleep(0)
    total = seen + 1


def main():
    race(add, add)
    return total

"""Threads count up to a limit, and each looks before it adds."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


def add():
    global total
    while total < 2:
        total += 1


def main():
    race(add, add)
    return total

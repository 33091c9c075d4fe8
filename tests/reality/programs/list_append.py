"""Threads append to one list."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


items = []


def main():
    race(lambda: items.append(1), lambda: items.append(2))
    return items

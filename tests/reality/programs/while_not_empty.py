"""Threads take from a list, as long as there is something in it."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


items = [1, 2, 3]


def take():
    while items:
        items.pop()


def main():
    race(take, take)
    return len(items)

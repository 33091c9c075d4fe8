"""A key is found in a dictionary, and deleted."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


cache = {"key": "value"}


def evict():
    if "key" in cache:
        del cache["key"]


def main():
    race(evict, evict)
    return cache

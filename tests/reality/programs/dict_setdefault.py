"""Threads set a default under one key, and append to what is there."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


groups = {}


def add(name):
    groups.setdefault("all", []).append(name)


def main():
    race(lambda: add("a"), lambda: add("b"))
    return groups

"""Threads update one Counter."""

from collections import Counter
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


counts = Counter()


def count(words):
    counts.update(words)


def main():
    race(lambda: count(["a"]), lambda: count(["a"]))
    return dict(counts)

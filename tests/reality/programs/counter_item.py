"""A count in a Counter is read, and written one larger."""

from collections import Counter
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


counts = Counter()


def count(word):
    counts[word] += 1


def main():
    race(lambda: count("a"), lambda: count("a"))
    return dict(counts)

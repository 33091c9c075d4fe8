"""A count in a defaultdict is read, and written one larger."""

from collections import defaultdict
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


counts = defaultdict(int)


def count(word):
    counts[word] += 1


def main():
    race(lambda: count("a"), lambda: count("a"))
    return dict(counts)

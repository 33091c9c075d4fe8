"""A count in a dictionary is got with a default, and set one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


counts = {}


def count(word):
    counts[word] = counts.get(word, 0) + 1


def main():
    race(lambda: count("a"), lambda: count("a"))
    return counts

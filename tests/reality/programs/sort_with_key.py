"""A list is sorted by a key of our own, while another thread appends."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


numbers = [2, 1]


def key(number):
    return number


def sort():
    numbers.sort(key=key)


def append():
    numbers.append(0)


def main():
    race(sort, append)
    return numbers

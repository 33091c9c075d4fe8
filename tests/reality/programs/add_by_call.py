"""A global is read, handed to a function, and what comes back is written."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


total = 0


def one_more(number):
    return number + 1


def add():
    global total
    total = one_more(total)


def main():
    race(add, add)
    return total

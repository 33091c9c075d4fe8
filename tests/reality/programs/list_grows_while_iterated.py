"""A list is iterated over, while another thread inserts at its front."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


names = ["a", "b"]
seen = []


def read():
    for name in names:
        seen.append(name)


def insert():
    names.insert(0, "c")


def main():
    race(read, insert)
    return seen

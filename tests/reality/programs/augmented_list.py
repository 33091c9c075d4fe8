"""A list is extended in place, and bound to its name again."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


items = []


def extend(new):
    global items
    items += new


def replace():
    global items
    items = ["other"]


def main():
    race(lambda: extend(["one"]), replace)
    return items

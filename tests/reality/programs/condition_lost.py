"""A notification is lost, if it comes before the other thread waits."""

from threading import Condition, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


changed = Condition()


def notify():
    with changed:
        changed.notify()


def wait():
    with changed:
        changed.wait()


def main():
    race(wait, notify)
    return "woken"

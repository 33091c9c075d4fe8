"""A lock is released by another thread than the one that took it."""

from threading import Lock, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


lock = Lock()
order = []


def wait():
    lock.acquire()
    order.append("waited")


def release():
    order.append("released")
    lock.release()


def main():
    lock.acquire()
    race(wait, release)
    return order

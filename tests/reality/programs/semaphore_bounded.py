"""A bounded semaphore is released once too often, by whoever is second."""

from threading import BoundedSemaphore, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


places = BoundedSemaphore(1)
refused = []


def release(name):
    try:
        places.release()
    except ValueError:
        refused.append(name)


def main():
    places.acquire()
    race(lambda: release("a"), lambda: release("b"))
    return refused

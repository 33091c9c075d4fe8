"""A lock is tried, by a thread that does without what it does not get."""

from threading import Lock, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


lock = Lock()
done = []


def work(name):
    if lock.acquire(blocking=False):
        done.append(name)
        lock.release()


def main():
    race(lambda: work("a"), lambda: work("b"))
    return done

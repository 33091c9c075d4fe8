"""A lock is taken twice by one thread, while another one tries it."""

from threading import RLock, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


lock = RLock()
seen = []


def twice():
    with lock:
        with lock:
            seen.append("inner")
        seen.append("outer")


def attempt():
    if lock.acquire(blocking=False):
        seen.append("got")
        lock.release()
    else:
        seen.append("refused")


def main():
    race(twice, attempt)
    return seen

"""A callback notes that an object has gone, while another thread looks."""

from threading import Thread
from weakref import ref


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Page:
    pass


log = []
pages = [Page()]
known = ref(pages[0], lambda _: log.append("gone"))
seen = []


def drop():
    pages.clear()
    log.append("dropped")


def look():
    seen.append((len(pages), len(log)))


def main():
    race(drop, look)
    return log, seen

"""An object that is only weakly held goes, while another thread takes it."""

from threading import Thread
from weakref import ref


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Page:
    pass


pages = [Page()]
known = ref(pages[0])
seen = []


def drop():
    pages.clear()


def take():
    page = known()
    seen.append(page is not None)


def main():
    race(take, drop)
    return seen

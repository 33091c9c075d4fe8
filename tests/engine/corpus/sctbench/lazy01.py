"""SCTBench CS.lazy01: two threads add to a number that a third one looks at."""

from threading import Lock

from running import run_threads

lock = Lock()
data = 0


def add_one():
    global data
    with lock:
        data += 1


def add_two():
    global data
    with lock:
        data += 2


def check():
    with lock:
        assert data < 3


def lazy01():
    """The check fails when it comes after both additions."""
    run_threads(add_one, add_two, check)

"""SCTBench CS.deadlock01: two locks, taken in two orders."""

from threading import Lock

from running import run_threads

a, b = Lock(), Lock()
counter = 1


def up():
    global counter
    with a:
        with b:
            counter += 1


def down():
    global counter
    with b:
        with a:
            counter -= 1


def deadlock01():
    """Each thread holds the lock that the other one wants."""
    run_threads(up, down)

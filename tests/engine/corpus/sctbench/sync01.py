"""SCTBench CS.sync01: a consumer that forgets to consume."""

from threading import Condition, Lock

from running import run_threads

lock = Lock()
emptied, filled = Condition(lock), Condition(lock)
number = 1


def produce():
    global number
    with emptied:
        while number > 0:
            emptied.wait()
        number += 1
    with filled:
        filled.notify()


def consume():
    with filled:
        while number == 0:
            filled.wait()
    with emptied:
        emptied.notify()


def sync01():
    """The slot is never emptied: the producer waits for ever."""
    run_threads(produce, consume)

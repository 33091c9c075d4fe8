"""SCTBench CS.sync02: as many items produced as consumed, though two were there before."""

from threading import Condition, Lock

from running import run_threads

ITEMS = 2
lock = Lock()
emptied, filled = Condition(lock), Condition(lock)
number = 2


def produce():
    global number
    for _ in range(ITEMS):
        with emptied:
            while number > 0:
                emptied.wait()
            number += 1
        with filled:
            filled.notify()


def consume():
    global number
    for _ in range(ITEMS):
        with filled:
            while number == 0:
                filled.wait()
            number -= 1
        with emptied:
            emptied.notify()


def sync02():
    """The consumer leaves once it has had its share; the producer waits for it for ever."""
    run_threads(produce, consume)

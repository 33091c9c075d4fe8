"""sleep: waiting for another thread by letting time pass."""

from threading import Thread
from time import sleep


class Result:
    def __init__(self):
        self.value = None

    def work_out(self):
        self.value = 1


def wait_for(wait):
    result = Result()
    thread = Thread(target=result.work_out)
    thread.start()
    wait(result)
    value = result.value
    thread.join()
    return value


def until_there(result):
    while result.value is None:
        sleep(0.01)


def long_enough(result):
    sleep(1)


def right():
    """Sleeps until the result is there."""
    return wait_for(until_there)


def wrong():
    """Sleeps for what seems long enough."""
    return wait_for(long_enough)

"""PriorityQueue: the smallest of what is there comes first."""

from queue import PriorityQueue
from threading import Thread


def first_of_two(join_first):
    jobs = PriorityQueue()
    threads = [Thread(target=jobs.put, args=(job,)) for job in (2, 1)]
    for thread in threads:
        thread.start()
    if join_first:
        for thread in threads:
            thread.join()
    first = jobs.get()
    for thread in threads:
        thread.join()
    return first


def right():
    """The first is got when both are there."""
    return first_of_two(join_first=True)


def wrong():
    """The first is got when one is there, whichever that is."""
    return first_of_two(join_first=False)

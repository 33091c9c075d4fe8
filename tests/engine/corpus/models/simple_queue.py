"""SimpleQueue: workers run until they get None."""

from queue import SimpleQueue
from threading import Thread


def work(jobs, done):
    while (job := jobs.get()) is not None:
        done.append(job)


def run(pills):
    jobs, done = SimpleQueue(), []
    for job in (7, *[None] * pills):
        jobs.put(job)
    threads = [Thread(target=work, args=(jobs, done)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(done)


def right():
    """One None for each worker."""
    return run(pills=2)


def wrong():
    """One None for both workers: the other one waits for ever."""
    return run(pills=1)

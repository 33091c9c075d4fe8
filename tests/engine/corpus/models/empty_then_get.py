"""Queue: two workers share two jobs."""

from queue import Empty, Queue
from threading import Thread


def look_then_get(jobs, done):
    while not jobs.empty():
        done.append(jobs.get())


def get_or_stop(jobs, done):
    while True:
        try:
            done.append(jobs.get_nowait())
        except Empty:
            return


def work_off(work):
    jobs = Queue()
    for job in (1, 2):
        jobs.put(job)
    done = []
    threads = [Thread(target=work, args=(jobs, done)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done)


def right():
    """Looking and getting are one step."""
    return work_off(get_or_stop)


def wrong():
    """Between looking and getting, the other one gets the last job."""
    return work_off(look_then_get)

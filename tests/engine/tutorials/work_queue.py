"""Workers that ask whether the queue is empty, and then get."""

import queue
import threading


def work(jobs, done):
    while not jobs.empty():
        job = jobs.get()
        done.append(job * job)


def two_workers():
    jobs = queue.Queue()
    for number in range(2):
        jobs.put(number)
    done = []
    workers = [threading.Thread(target=work, args=(jobs, done)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(done)

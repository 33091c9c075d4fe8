"""nothing will come"""

import queue
import threading


def work(jobs, done):
    while (job := jobs.get()) is not None:
        done.append(job)


def program():
    jobs = queue.Queue()
    done = []
    workers = [threading.Thread(target=work, args=(jobs, done)) for _ in range(2)]
    for worker in workers:
        worker.start()
    jobs.put("parse")
    jobs.put(None)
    for worker in workers:
        worker.join()
    return len(done)


RIGHT = {1}

# Gives the pings a thread of their own: nothing says when it gets its turn beside the job.
# Hint: looks like a `Thread` for the urgent work: the busy one may still run for as long as Python lets it.

import queue
import threading

SLICE = 4


class Node:
    def __init__(self, crunch):
        self._crunch = crunch
        self._jobs = queue.Queue()
        self._pings = queue.Queue()

    def submit(self, items, done):
        self._jobs.put((items, done))

    def ping(self, pong):
        self._pings.put(pong)

    def stop(self):
        self._jobs.put(None)

    def serve(self):
        answering = threading.Thread(target=self._answer)
        answering.start()
        while (job := self._jobs.get()) is not None:
            items, done = job
            total = 0
            for item in items:
                total += self._crunch(item)
            done(total)
        self._pings.put(None)
        answering.join()

    def _answer(self):
        while (pong := self._pings.get()) is not None:
            pong()

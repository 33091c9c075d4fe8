# Sleeps for no time after each item and hopes that the other thread takes its chance.
# Hint: looks like `sleep(0)` to let others go on: it offers the chance, and nothing makes anybody take it.

import queue
import threading
import time

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
                time.sleep(0)
            done(total)
        self._pings.put(None)
        answering.join()

    def _answer(self):
        while (pong := self._pings.get()) is not None:
            pong()

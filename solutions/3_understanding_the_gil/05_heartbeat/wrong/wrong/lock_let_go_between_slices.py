# Lets go of a lock after each slice and takes it again at once: who waits for it need not get it.
# Hint: looks like a lock given back and taken again at once: who waits for it isn't next in line, locks aren't fair.

import queue
import threading

SLICE = 4


class Node:
    def __init__(self, crunch):
        self._crunch = crunch
        self._jobs = queue.Queue()
        self._pings = queue.Queue()
        self._working = threading.Lock()

    def submit(self, items, done):
        self._jobs.put((items, 0, done))

    def ping(self, pong):
        self._pings.put(pong)

    def stop(self):
        self._jobs.put(None)

    def serve(self):
        answering = threading.Thread(target=self._answer)
        answering.start()
        stopping = False
        while not (stopping and self._jobs.empty()):
            job = self._jobs.get()
            if job is None:
                stopping = True
                continue
            items, total, done = job
            with self._working:
                total += sum(self._crunch(item) for item in items[:SLICE])
            if len(items) > SLICE:
                self._jobs.put((items[SLICE:], total, done))
            else:
                done(total)
        self._pings.put(None)
        answering.join()

    def _answer(self):
        while (pong := self._pings.get()) is not None:
            with self._working:
                pong()

# Puts pings at the front of the queue, but nobody looks at the queue before the job is over.
# Hint: looks like pings that come first in the queue: first or last, a job in one piece doesn't look there.

import itertools
import queue

SLICE = 4
PING, JOB, STOP = range(3)


class Node:
    def __init__(self, crunch):
        self._crunch = crunch
        self._inbox = queue.PriorityQueue()
        self._number = itertools.count()

    def submit(self, items, done):
        self._inbox.put((JOB, next(self._number), items, done))

    def ping(self, pong):
        self._inbox.put((PING, next(self._number), pong))

    def stop(self):
        self._inbox.put((STOP, next(self._number)))

    def serve(self):
        while True:
            kind, _, *rest = self._inbox.get()
            if kind == PING:
                rest[0]()
            elif kind == JOB:
                items, done = rest
                done(sum(self._crunch(item) for item in items))
            else:
                return

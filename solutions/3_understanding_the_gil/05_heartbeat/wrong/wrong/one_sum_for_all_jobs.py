# Keeps the sum in the node: jobs that take turns add to the same one.
# Hint: looks like one sum for all jobs: when they take turns, each needs a sum of its own.

import queue
from collections import deque

SLICE = 4


class Node:
    def __init__(self, crunch):
        self._crunch = crunch
        self._inbox = queue.Queue()

    def submit(self, items, done):
        self._inbox.put(("job", items, done))

    def ping(self, pong):
        self._inbox.put(("ping", pong))

    def stop(self):
        self._inbox.put(("stop",))

    def serve(self):
        jobs = deque()
        stopping = False
        self._total = 0
        while jobs or not stopping:
            while not self._inbox.empty() or not (jobs or stopping):
                match self._inbox.get():
                    case "job", items, done:
                        jobs.append((items, done))
                    case "ping", pong:
                        pong()
                    case _:
                        stopping = True
            if jobs:
                items, done = jobs.popleft()
                self._total += sum(self._crunch(item) for item in items[:SLICE])
                if len(items) > SLICE:
                    jobs.append((items[SLICE:], done))
                else:
                    done(self._total)
                    self._total = 0

# Cuts each job into four slices, so the slices of a long job are long as well.
# Hint: looks like a fixed number of slices: a bound needs slices of a fixed size, or long jobs have long ones.

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
        while jobs or not stopping:
            while not self._inbox.empty() or not (jobs or stopping):
                match self._inbox.get():
                    case "job", items, done:
                        jobs.append((items, max(1, len(items) // SLICE), 0, done))
                    case "ping", pong:
                        pong()
                    case _:
                        stopping = True
            if jobs:
                items, size, total, done = jobs.popleft()
                total += sum(self._crunch(item) for item in items[:size])
                if len(items) > size:
                    jobs.append((items[size:], size, total, done))
                else:
                    done(total)

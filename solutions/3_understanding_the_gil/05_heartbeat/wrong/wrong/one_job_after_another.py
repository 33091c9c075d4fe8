# Answers pings between the slices, but goes on with the same job until it is over.
# Hint: looks like slices of one job until its end: pings are heard, and every other job waits for all of it.

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
                        jobs.append((items, 0, done))
                    case "ping", pong:
                        pong()
                    case _:
                        stopping = True
            if jobs:
                items, total, done = jobs.popleft()
                total += sum(self._crunch(item) for item in items[:SLICE])
                if len(items) > SLICE:
                    jobs.appendleft((items[SLICE:], total, done))
                else:
                    done(total)

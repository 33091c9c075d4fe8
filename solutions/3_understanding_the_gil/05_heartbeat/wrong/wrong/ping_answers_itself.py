# ping() answers by itself, in the thread that asks: that says nothing about the node.
# Hint: looks like a question that answers itself: who asks learns nothing about the one that should answer.

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
        pong()

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
                    jobs.append((items[SLICE:], total, done))
                else:
                    done(total)

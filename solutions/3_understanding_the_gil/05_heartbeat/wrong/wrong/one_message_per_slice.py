# Takes one message after each slice: the more pings are waiting, the later the last one is heard.
# Hint: looks like one message between two slices: if several are waiting, the last one waits for as many slices.

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
            if not jobs or not self._inbox.empty():
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

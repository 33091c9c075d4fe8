# Waits a little for each message, and then again: an idle node wakes up for nothing.
# Hint: looks like `get(timeout=...)` in a loop: it wakes up again and again for nothing. When idle, wait without one.

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
            try:
                while True:
                    match self._inbox.get(timeout=0.01):
                        case "job", items, done:
                            jobs.append((items, 0, done))
                        case "ping", pong:
                            pong()
                        case _:
                            stopping = True
            except queue.Empty:
                pass
            if jobs:
                items, total, done = jobs.popleft()
                total += sum(self._crunch(item) for item in items[:SLICE])
                if len(items) > SLICE:
                    jobs.append((items[SLICE:], total, done))
                else:
                    done(total)

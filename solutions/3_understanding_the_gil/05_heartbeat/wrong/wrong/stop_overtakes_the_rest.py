# Puts the rest of a job behind what is waiting, and that may be a stop: the rest is lost.
# Hint: looks like a rest that is queued behind the stop: when the stop comes, some jobs are only half done.

import queue

SLICE = 4


class Node:
    def __init__(self, crunch):
        self._crunch = crunch
        self._inbox = queue.Queue()

    def submit(self, items, done):
        self._inbox.put(("job", items, 0, done))

    def ping(self, pong):
        self._inbox.put(("ping", pong))

    def stop(self):
        self._inbox.put(("stop",))

    def serve(self):
        while True:
            match self._inbox.get():
                case "job", items, total, done:
                    total += sum(self._crunch(item) for item in items[:SLICE])
                    if len(items) > SLICE:
                        self._inbox.put(("job", items[SLICE:], total, done))
                    else:
                        done(total)
                case "ping", pong:
                    pong()
                case _:
                    return

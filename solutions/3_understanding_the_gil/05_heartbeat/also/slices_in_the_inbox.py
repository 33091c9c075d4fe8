"""The rest of a job goes back into the inbox; so does a stop while a job is left."""

import queue
from collections.abc import Callable, Sequence

SLICE = 4


class Node:
    """Does jobs and answers pings."""

    def __init__(self, crunch: Callable[[int], int]) -> None:
        self._crunch = crunch
        self._inbox: queue.Queue[tuple] = queue.Queue()

    def submit(self, items: Sequence[int], done: Callable[[int], None]) -> None:
        """Ask for the sum of all crunched items; `done` is called with it."""
        self._inbox.put(("job", items, 0, done))

    def ping(self, pong: Callable[[], None]) -> None:
        """Ask whether the node is alive; the answer is a call of `pong`."""
        self._inbox.put(("ping", pong))

    def stop(self) -> None:
        """Ask the node to finish what it has got, and to end."""
        self._inbox.put(("stop",))

    def serve(self) -> None:
        """Do what is asked for until the node is stopped."""
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
                case _ if self._inbox.empty():
                    return
                case stop:
                    self._inbox.put(stop)

"""One loop that serves both: all messages that are there, then one slice of one job.

The node itself says when it looks up from its work. No scheduler has to be kind to anybody: between
two looks into the inbox there is one slice, and that is all.
"""

import queue
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice

SLICE = 4


class _Job:
    def __init__(self, items: Sequence[int], done: Callable[[int], None]) -> None:
        self._items = iter(items)
        self._left = len(items)
        self._total = 0
        self._done = done

    def crunch_a_slice(self, crunch: Callable[[int], int]) -> bool:
        """Go on for a slice; tell whether something is left."""
        self._total += sum(crunch(item) for item in islice(self._items, SLICE))
        self._left -= SLICE
        if self._left > 0:
            return True
        self._done(self._total)
        return False


class Node:
    """Does jobs and answers pings."""

    def __init__(self, crunch: Callable[[int], int]) -> None:
        self._crunch = crunch
        self._inbox: queue.Queue[tuple] = queue.Queue()
        self._jobs: deque[_Job] = deque()
        self._stopping = False

    def submit(self, items: Sequence[int], done: Callable[[int], None]) -> None:
        """Ask for the sum of all crunched items; `done` is called with it."""
        self._inbox.put(("job", items, done))

    def ping(self, pong: Callable[[], None]) -> None:
        """Ask whether the node is alive; the answer is a call of `pong`."""
        self._inbox.put(("ping", pong))

    def stop(self) -> None:
        """Ask the node to finish what it has got, and to end."""
        self._inbox.put(("stop",))

    def serve(self) -> None:
        """Do what is asked for until the node is stopped."""
        while self._jobs or not self._stopping:
            self._look_into_the_inbox(wait=not self._jobs)
            if self._jobs:
                job = self._jobs.popleft()
                if job.crunch_a_slice(self._crunch):
                    self._jobs.append(job)

    def _look_into_the_inbox(self, wait: bool) -> None:
        """Take all that is there; nobody else takes anything, so get() waits only if it may."""
        while wait or not self._inbox.empty():
            wait = False
            match self._inbox.get():
                case "job", items, done:
                    self._jobs.append(_Job(items, done))
                case "ping", pong:
                    pong()
                case _:
                    self._stopping = True

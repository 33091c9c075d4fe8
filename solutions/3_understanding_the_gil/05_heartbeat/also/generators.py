"""A job is a generator that stops after each slice; the loop lets them take turns."""

import queue
from collections import deque
from collections.abc import Callable, Iterator, Sequence

SLICE = 4


class Node:
    """Does jobs and answers pings."""

    def __init__(self, crunch: Callable[[int], int]) -> None:
        self._crunch = crunch
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._jobs: deque[Iterator[None]] = deque()
        self._stopping = False

    def submit(self, items: Sequence[int], done: Callable[[int], None]) -> None:
        """Ask for the sum of all crunched items; `done` is called with it."""
        self._calls.put(lambda: self._jobs.append(self._work(items, done)))

    def ping(self, pong: Callable[[], None]) -> None:
        """Ask whether the node is alive; the answer is a call of `pong`."""
        self._calls.put(pong)

    def stop(self) -> None:
        """Ask the node to finish what it has got, and to end."""
        self._calls.put(self._end)

    def serve(self) -> None:
        """Do what is asked for until the node is stopped."""
        while self._jobs or not self._stopping:
            try:
                self._calls.get(block=not self._jobs)()
                continue
            except queue.Empty:
                pass
            job = self._jobs.popleft()
            for _ in job:
                self._jobs.append(job)
                break

    def _end(self) -> None:
        self._stopping = True

    def _work(self, items: Sequence[int], done: Callable[[int], None]) -> Iterator[None]:
        total = 0
        for number, item in enumerate(items, 1):
            total += self._crunch(item)
            if number % SLICE == 0:
                yield
        done(total)

"""A thread for the pings after all, but after each slice the work waits until all are answered."""

import queue
import threading
from collections.abc import Callable, Sequence

SLICE = 4


class Node:
    """Does jobs and answers pings."""

    def __init__(self, crunch: Callable[[int], int]) -> None:
        self._crunch = crunch
        self._jobs: queue.Queue[tuple | None] = queue.Queue()
        self._pings: queue.Queue[Callable[[], None] | None] = queue.Queue()

    def submit(self, items: Sequence[int], done: Callable[[int], None]) -> None:
        """Ask for the sum of all crunched items; `done` is called with it."""
        self._jobs.put((items, 0, done))

    def ping(self, pong: Callable[[], None]) -> None:
        """Ask whether the node is alive; the answer is a call of `pong`."""
        self._pings.put(pong)

    def stop(self) -> None:
        """Ask the node to finish what it has got, and to end."""
        self._jobs.put(None)

    def serve(self) -> None:
        """Do what is asked for until the node is stopped."""
        answering = threading.Thread(target=self._answer)
        answering.start()
        stopping = False
        while not (stopping and self._jobs.empty()):
            job = self._jobs.get()
            if job is None:
                stopping = True
                continue
            items, total, done = job
            total += sum(self._crunch(item) for item in items[:SLICE])
            self._pings.join()
            if len(items) > SLICE:
                self._jobs.put((items[SLICE:], total, done))
            else:
                done(total)
        self._pings.put(None)
        answering.join()

    def _answer(self) -> None:
        while (pong := self._pings.get()) is not None:
            pong()
            self._pings.task_done()

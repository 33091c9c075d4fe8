"""Readers count under a condition; a writer waits for 0 and keeps it, so nobody comes in."""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """A room with place for many readers or for one writer."""

    def __init__(self) -> None:
        self._readers = 0
        self._nobody_reads = threading.Condition()

    def read(self, work: Callable[[], object]) -> object:
        """Do some work that only looks; others may be looking at the same time.

        Args:
            work: what to do inside.

        Returns:
            What `work` returns.
        """
        with self._nobody_reads:
            self._readers += 1
        try:
            return work()
        finally:
            with self._nobody_reads:
                self._readers -= 1
                if self._readers == 0:
                    self._nobody_reads.notify_all()

    def write(self, work: Callable[[], object]) -> object:
        """Do some work that changes something; nobody else is inside meanwhile.

        Args:
            work: what to do inside.

        Returns:
            What `work` returns.
        """
        with self._nobody_reads:
            self._nobody_reads.wait_for(lambda: self._readers == 0)
            return work()

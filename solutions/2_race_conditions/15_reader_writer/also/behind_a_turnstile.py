"""First in, last out, behind a turnstile: a writer who waits keeps new readers back."""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """A room with place for many readers or for one writer."""

    def __init__(self) -> None:
        self._readers = 0
        self._counting = threading.Semaphore(1)
        self._room = threading.Semaphore(1)
        self._turnstile = threading.BoundedSemaphore(1)

    def read(self, work: Callable[[], object]) -> object:
        """Do some work that only looks; others may be looking at the same time."""
        with self._turnstile:
            pass
        with self._counting:
            self._readers += 1
            if self._readers == 1:
                self._room.acquire()
        try:
            return work()
        finally:
            with self._counting:
                self._readers -= 1
                if self._readers == 0:
                    self._room.release()

    def write(self, work: Callable[[], object]) -> object:
        """Do some work that changes something; nobody else is inside meanwhile."""
        with self._turnstile, self._room:
            return work()

"""A flag for the writer, a count of the readers; every change wakes all who wait."""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """A room with place for many readers or for one writer."""

    def __init__(self) -> None:
        self._readers = 0
        self._writing = False
        self._changed = threading.Condition()

    def read(self, work: Callable[[], object]) -> object:
        """Do some work that only looks; others may be looking at the same time."""
        with self._changed:
            while self._writing:
                self._changed.wait()
            self._readers += 1
        try:
            return work()
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    def write(self, work: Callable[[], object]) -> object:
        """Do some work that changes something; nobody else is inside meanwhile."""
        with self._changed:
            while self._writing or self._readers:
                self._changed.wait()
            self._writing = True
        try:
            return work()
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()

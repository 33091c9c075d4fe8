"""Readers also stand back for writers who wait; two conditions on an RLock."""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """A room with place for many readers or for one writer."""

    def __init__(self) -> None:
        self._readers = 0
        self._writing = False
        self._waiting = 0
        lock = threading.RLock()
        self._may_read = threading.Condition(lock)
        self._may_write = threading.Condition(lock)

    def read(self, work: Callable[[], object]) -> object:
        """Do some work that only looks; others may be looking at the same time."""
        with self._may_read:
            self._may_read.wait_for(lambda: not self._writing and not self._waiting)
            self._readers += 1
        try:
            return work()
        finally:
            with self._may_write:
                self._readers -= 1
                if self._readers == 0:
                    self._may_write.notify()

    def write(self, work: Callable[[], object]) -> object:
        """Do some work that changes something; nobody else is inside meanwhile."""
        with self._may_write:
            self._waiting += 1
            self._may_write.wait_for(lambda: not self._writing and not self._readers)
            self._waiting -= 1
            self._writing = True
        try:
            return work()
        finally:
            with self._may_write:
                self._writing = False
                self._may_write.notify()
                self._may_read.notify_all()

"""Who may use the search index: all stand in one queue, and only its head may go in."""

import threading
from collections import deque
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class IndexLock:
    """Lets many searches in, or one update."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._queue: deque[object] = deque()  # a ticket for each who waits, in order
        self._readers = 0
        self._writing = False

    def read(self, action: Callable[[], T]) -> T:
        """Wait until no update is under way, then search; return what `action` returns."""
        ticket = object()
        with self._condition:
            self._queue.append(ticket)
            self._condition.wait_for(lambda: self._queue[0] is ticket and not self._writing)
            self._queue.popleft()
            self._readers += 1
            self._condition.notify_all()  # the next one may be a search too
        try:
            return action()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, action: Callable[[], T]) -> T:
        """Wait until nobody is inside, then update, alone; return what `action` returns."""
        ticket = object()
        with self._condition:
            self._queue.append(ticket)
            self._condition.wait_for(
                lambda: self._queue[0] is ticket and not self._writing and self._readers == 0
            )
            self._queue.popleft()
            self._writing = True
        try:
            return action()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()

"""Each who waits sleeps on a lock of its own; whoever leaves opens those whose turn it is."""

import threading
from collections import deque
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class IndexLock:
    """Lets many searches in, or one update."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._queue: deque[tuple[bool, threading.Lock]] = deque()  # is it an update, its lock
        self._readers = 0
        self._writing = False

    def _come(self, update: bool) -> None:
        mine = threading.Lock()
        mine.acquire()
        with self._mutex:
            self._queue.append((update, mine))
            self._let_in()
        mine.acquire()

    def _let_in(self) -> None:
        while self._queue and not self._writing:
            update, lock = self._queue[0]
            if update and self._readers:
                return
            self._queue.popleft()
            if update:
                self._writing = True
            else:
                self._readers += 1
            lock.release()

    def read(self, action: Callable[[], T]) -> T:
        """Wait until no update is under way, then search; return what `action` returns."""
        self._come(update=False)
        try:
            return action()
        finally:
            with self._mutex:
                self._readers -= 1
                self._let_in()

    def write(self, action: Callable[[], T]) -> T:
        """Wait until nobody is inside, then update, alone; return what `action` returns."""
        self._come(update=True)
        try:
            return action()
        finally:
            with self._mutex:
                self._writing = False
                self._let_in()

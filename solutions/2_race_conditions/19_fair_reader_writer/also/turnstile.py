"""A fair turnstile before the room: an update stands in it until the room is empty."""

import threading
from collections import deque
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class _Turnstile:
    """Lets one through at a time, in the order in which they come."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._sleepers: deque[threading.Event] = deque()
        self._taken = False

    def __enter__(self) -> None:
        with self._mutex:
            if not self._taken:
                self._taken = True
                return
            mine = threading.Event()
            self._sleepers.append(mine)
        mine.wait()

    def __exit__(self, *_: object) -> None:
        with self._mutex:
            if self._sleepers:
                self._sleepers.popleft().set()  # it stays taken, by the next one
            else:
                self._taken = False


class IndexLock:
    """Lets many searches in, or one update."""

    def __init__(self) -> None:
        self._turnstile = _Turnstile()
        self._room = threading.Condition()
        self._readers = 0

    def read(self, action: Callable[[], T]) -> T:
        """Wait until no update is under way, then search; return what `action` returns."""
        with self._turnstile, self._room:
            self._readers += 1
        try:
            return action()
        finally:
            with self._room:
                self._readers -= 1
                self._room.notify_all()

    def write(self, action: Callable[[], T]) -> T:
        """Wait until nobody is inside, then update, alone; return what `action` returns."""
        with self._turnstile:
            with self._room:
                self._room.wait_for(lambda: self._readers == 0)
            return action()

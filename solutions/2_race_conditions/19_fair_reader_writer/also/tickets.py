"""Numbered tickets: two counters take the place of the queue."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class IndexLock:
    """Lets many searches in, or one update."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._next_ticket = 0
        self._now_serving = 0
        self._readers = 0

    def _wait_for_my_turn(self) -> None:
        ticket = self._next_ticket
        self._next_ticket += 1
        self._condition.wait_for(lambda: self._now_serving == ticket)

    def _serve_the_next(self) -> None:
        self._now_serving += 1
        self._condition.notify_all()

    def read(self, action: Callable[[], T]) -> T:
        """Wait until no update is under way, then search; return what `action` returns."""
        with self._condition:
            self._wait_for_my_turn()
            self._readers += 1
            self._serve_the_next()
        try:
            return action()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, action: Callable[[], T]) -> T:
        """Wait until nobody is inside, then update, alone; return what `action` returns."""
        with self._condition:
            self._wait_for_my_turn()
            self._condition.wait_for(lambda: self._readers == 0)
        try:
            return action()
        finally:
            with self._condition:
                self._serve_the_next()

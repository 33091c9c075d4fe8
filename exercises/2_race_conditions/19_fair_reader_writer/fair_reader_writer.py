"""Who may use the search index, and when.

Searches read the index, any number of them at the same time. An update changes it and must be
alone. Each search and each update runs in a thread of its own, and asks an `IndexLock` first.

What is wrong today
    At night updates take a moment. By day there is always some search under way, the next one
    begins before the last one ends, and an update waits for hours.
    Once, updates were let in first instead; then the searches stood still during a large import.

What must hold
    - While an update waits, no other thread gets in more than once before it.
    - While a search waits, no other thread gets in more than once before it.
      This counts from the moment when it sleeps in `read` or `write`. Whoever is inside already
      doesn't count; the same thread coming back does.
    - An update is alone: no search and no other update is inside meanwhile.
    - Searches run at the same time, also those that had to wait for an update.
    - If `action` raises, the error comes out and the next one may go in.
    - Whoever waits sleeps: no polling.

What may not change
    The class `IndexLock`, its methods `read(action)` and `write(action)`. `action` belongs to
    others; it never calls the same `IndexLock` again.
"""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class IndexLock:
    """Lets many searches in, or one update."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False

    def read(self, action: Callable[[], T]) -> T:
        """Wait until no update is under way, then search; return what `action` returns."""
        with self._condition:
            self._condition.wait_for(lambda: not self._writing)
            self._readers += 1
        try:
            return action()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, action: Callable[[], T]) -> T:
        """Wait until nobody is inside, then update, alone; return what `action` returns."""
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._writing = True
        try:
            return action()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()

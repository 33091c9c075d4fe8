"""The pages that a crawler has fetched and not stored yet.

Some threads fetch pages and `put()` them into a buffer; others `get()` them out and write them to
a slow disk. Pages are large, so the buffer holds only a few: when it is full, whoever fetches
waits.

What is wrong today
    With one thread on each side all is well. With several, a thread that stores dies now and then
    of an `IndexError`; sometimes the buffer holds more pages than it may; and on bad days
    everything stands still: some sleep since the buffer is full, the others sleep too.

What must hold
    - Every item comes out exactly once. What one thread puts comes out in the order in which it
      was put, whoever takes it. An item may be anything, None too.
    - Nobody sleeps for good: a thread that waits for room goes on when there is room, and one
      that waits for an item goes on when there is one.
    - The buffer never holds more than `capacity` items.
    - Waiting costs nothing: no polling, with or without a sleep or a timeout. `put()` sleeps
      while the buffer is full, `get()` while it is empty; neither gives up.

What may not change
    The class `Buffer`, made with its capacity; its methods `put(item)` and `get()`.
"""

import threading
from collections import deque


class Buffer:
    """Items on their way from some threads to others, first in, first out.

    Args:
        capacity: how many items there is room for, at least 1.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: deque[object] = deque()
        self._changed = threading.Condition()

    def put(self, item: object) -> None:
        """Add an item; if the buffer is full, wait until it isn't.

        Args:
            item: anything.
        """
        with self._changed:
            if len(self._items) == self._capacity:
                self._changed.wait()
            self._items.append(item)
            self._changed.notify()

    def get(self) -> object:
        """Take the oldest item out and return it; if there is none, wait until there is one."""
        with self._changed:
            if not self._items:
                self._changed.wait()
            item = self._items.popleft()
            self._changed.notify()
            return item

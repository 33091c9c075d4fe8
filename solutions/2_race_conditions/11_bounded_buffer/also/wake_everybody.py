"""One condition for all; each change wakes everybody, and whoever wakes asks again."""

import threading
from collections import deque


class Buffer:
    """Items on their way from some threads to others, first in, first out."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: deque[object] = deque()
        self._changed = threading.Condition()

    def put(self, item: object) -> None:
        """Add an item; if the buffer is full, wait until it isn't."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._items) < self._capacity)
            self._items.append(item)
            self._changed.notify_all()

    def get(self) -> object:
        """Take the oldest item out and return it; if there is none, wait until there is one."""
        with self._changed:
            self._changed.wait_for(lambda: self._items)
            item = self._items.popleft()
            self._changed.notify_all()
            return item

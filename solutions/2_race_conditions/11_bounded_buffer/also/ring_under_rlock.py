"""A ring of places under an RLock, with two conditions on it."""

import threading


class Buffer:
    """Items on their way from some threads to others, first in, first out."""

    def __init__(self, capacity: int) -> None:
        self._ring: list[object] = [None] * capacity
        self._start = 0
        self._length = 0
        lock = threading.RLock()
        self._room = threading.Condition(lock)
        self._filled = threading.Condition(lock)

    def put(self, item: object) -> None:
        """Add an item; if the buffer is full, wait until it isn't."""
        with self._room:
            self._room.wait_for(lambda: self._length < len(self._ring))
            self._ring[(self._start + self._length) % len(self._ring)] = item
            self._length += 1
            self._filled.notify()

    def get(self) -> object:
        """Take the oldest item out and return it; if there is none, wait until there is one."""
        with self._filled:
            self._filled.wait_for(lambda: self._length > 0)
            item, self._ring[self._start] = self._ring[self._start], None
            self._start = (self._start + 1) % len(self._ring)
            self._length -= 1
            self._room.notify()
            return item

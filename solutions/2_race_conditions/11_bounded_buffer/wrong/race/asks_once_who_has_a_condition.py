# A condition for each kind of sleeper, but put() asks once: the room may be gone when it wakes.
# Hint: looks like an `if` around the `wait()` of `put()`: after waking, the room may be taken again. Ask again before you add.
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
        self._lock = threading.Lock()
        self._room = threading.Condition(self._lock)
        self._filled = threading.Condition(self._lock)

    def put(self, item: object) -> None:
        """Add an item; if the buffer is full, wait until it isn't.

        Args:
            item: anything.
        """
        with self._lock:
            if len(self._items) == self._capacity:
                self._room.wait()
            self._items.append(item)
            self._filled.notify()

    def get(self) -> object:
        """Take the oldest item out and return it; if there is none, wait until there is one."""
        with self._lock:
            while not self._items:
                self._filled.wait()
            item = self._items.popleft()
            self._room.notify()
            return item

"""Two semaphores count the free places and the items; a lock guards the list."""

import threading


class Buffer:
    """Items on their way from some threads to others, first in, first out."""

    def __init__(self, capacity: int) -> None:
        self._room = threading.Semaphore(capacity)
        self._filled = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._items: list[object] = []

    def put(self, item: object) -> None:
        """Add an item; if the buffer is full, wait until it isn't."""
        self._room.acquire()
        with self._lock:
            self._items.append(item)
        self._filled.release()

    def get(self) -> object:
        """Take the oldest item out and return it; if there is none, wait until there is one."""
        self._filled.acquire()
        with self._lock:
            item = self._items.pop(0)
        self._room.release()
        return item

"""`queue.Queue` with a maximal size: the standard library has solved this one."""

import queue


class Buffer:
    """Items on their way from some threads to others, first in, first out."""

    def __init__(self, capacity: int) -> None:
        self._queue: queue.Queue[object] = queue.Queue(maxsize=capacity)

    def put(self, item: object) -> None:
        """Add an item; if the buffer is full, wait until it isn't."""
        self._queue.put(item)

    def get(self) -> object:
        """Take the oldest item out and return it; if there is none, wait until there is one."""
        return self._queue.get()

"""Free places travel the other way: a put needs one, a get gives one back."""

import queue


class Buffer:
    """Items on their way from some threads to others, first in, first out."""

    def __init__(self, capacity: int) -> None:
        self._items: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._places: queue.SimpleQueue[int] = queue.SimpleQueue()
        for place in range(capacity):
            self._places.put(place)

    def put(self, item: object) -> None:
        """Add an item; if the buffer is full, wait until it isn't."""
        place = self._places.get()
        self._items.put((place, item))

    def get(self) -> object:
        """Take the oldest item out and return it; if there is none, wait until there is one."""
        place, item = self._items.get()
        self._places.put(place)
        return item

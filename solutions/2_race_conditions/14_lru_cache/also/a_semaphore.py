"""A semaphore of one in place of the lock."""

import threading
from collections import OrderedDict


class ThumbnailCache:
    """Thumbnails by the name of their photo; the least recently used one goes first."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: OrderedDict[str, str] = OrderedDict()
        self._hits = 0
        self._misses = 0
        self._turn = threading.BoundedSemaphore(1)

    def get(self, name: str) -> "str | None":
        """The thumbnail of a photo, or None if it isn't here."""
        with self._turn:
            if name in self._items:
                self._items.move_to_end(name)
                self._hits += 1
                return self._items[name]
            self._misses += 1
            return None

    def put(self, name: str, thumbnail: str) -> None:
        """Keep a thumbnail, in place of an older one of the same photo if there is one."""
        with self._turn:
            self._items[name] = thumbnail
            self._items.move_to_end(name)
            if len(self._items) > self._capacity:
                self._items.popitem(last=False)

    def stats(self) -> "tuple[int, int, int]":
        """How many calls of `get()` found something, how many didn't, and how many are kept."""
        with self._turn:
            return self._hits, self._misses, len(self._items)

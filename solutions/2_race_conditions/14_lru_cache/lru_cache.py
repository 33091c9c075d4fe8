"""A cache whose every call writes: all of them take the same lock, for all of their work."""

import threading
from collections import OrderedDict


class ThumbnailCache:
    """Thumbnails by the name of their photo; the least recently used one goes first.

    Args:
        capacity: how many there is room for, at least 1.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: OrderedDict[str, str] = OrderedDict()  # the longest unused one comes first
        self._hits = 0
        self._misses = 0
        self._lock = threading.Lock()

    def get(self, name: str) -> str | None:
        """The thumbnail of a photo, or None if it isn't here.

        Args:
            name: the photo's name.
        """
        with self._lock:
            if name in self._items:
                self._items.move_to_end(name)
                self._hits += 1
                return self._items[name]
            self._misses += 1
            return None

    def put(self, name: str, thumbnail: str) -> None:
        """Keep a thumbnail, in place of an older one of the same photo if there is one.

        Args:
            name: the photo's name.
            thumbnail: its thumbnail.
        """
        with self._lock:
            self._items[name] = thumbnail
            self._items.move_to_end(name)
            if len(self._items) > self._capacity:
                self._items.popitem(last=False)

    def stats(self) -> tuple[int, int, int]:
        """How many calls of `get()` found something, how many didn't, and how many are kept."""
        with self._lock:
            return self._hits, self._misses, len(self._items)

"""A plain dictionary keeps the order of adding: to use is to take out and add again."""

import threading


class ThumbnailCache:
    """Thumbnails by the name of their photo; the least recently used one goes first."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: dict[str, str] = {}
        self._asked = 0
        self._missed = 0
        self._changing = threading.Condition()

    def get(self, name: str) -> "str | None":
        """The thumbnail of a photo, or None if it isn't here."""
        with self._changing:
            thumbnail = self._items.pop(name, None)
            if thumbnail is None:
                self._missed += 1
            else:
                self._items[name] = thumbnail
            self._asked += 1
            return thumbnail

    def put(self, name: str, thumbnail: str) -> None:
        """Keep a thumbnail, in place of an older one of the same photo if there is one."""
        with self._changing:
            self._items.pop(name, None)
            if len(self._items) == self._capacity:
                del self._items[next(iter(self._items))]
            self._items[name] = thumbnail

    def stats(self) -> "tuple[int, int, int]":
        """How many calls of `get()` found something, how many didn't, and how many are kept."""
        with self._changing:
            return self._asked - self._missed, self._missed, len(self._items)

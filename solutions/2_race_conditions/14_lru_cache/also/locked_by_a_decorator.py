"""A decorator that takes the object's lock for the whole method."""

import functools
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any


def _locked(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def one_at_a_time(self: "ThumbnailCache", *args: Any) -> Any:
        with self._lock:
            return method(self, *args)

    return one_at_a_time


class ThumbnailCache:
    """Thumbnails by the name of their photo; the least recently used one goes first."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: OrderedDict[str, str] = OrderedDict()
        self._hits = 0
        self._misses = 0
        self._lock = threading.Lock()

    @_locked
    def get(self, name: str) -> "str | None":
        """The thumbnail of a photo, or None if it isn't here."""
        if name in self._items:
            self._items.move_to_end(name)
            self._hits += 1
            return self._items[name]
        self._misses += 1
        return None

    @_locked
    def put(self, name: str, thumbnail: str) -> None:
        """Keep a thumbnail, in place of an older one of the same photo if there is one."""
        self._items[name] = thumbnail
        self._items.move_to_end(name)
        if len(self._items) > self._capacity:
            self._items.popitem(last=False)

    @_locked
    def stats(self) -> "tuple[int, int, int]":
        """How many calls of `get()` found something, how many didn't, and how many are kept."""
        return self._hits, self._misses, len(self._items)

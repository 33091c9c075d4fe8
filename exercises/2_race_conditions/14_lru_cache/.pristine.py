"""The thumbnails that a photo service keeps in memory.

Making a thumbnail is slow, so the most recently used ones are kept. When there are too many, the
one that was used the longest time ago goes. Request threads call `get()` all the time, and `put()`
when they have made a new one. The admin page shows `stats()`.

What is wrong today
    `put()` changes the cache, so it takes a lock. `get()` only reads, somebody thought, so it
    takes none. Under load, `get()` now and then ends with a `KeyError`, although it asks first;
    and the numbers on the admin page don't add up.

What must hold
    - `get()` and `put()` never fail, whatever other threads do. `get()` returns what was put
      under this very key, or None if it isn't there (any more).
    - Nothing is thrown out without need: after `put()`s of threads at the same time, the cache
      holds what it would hold if they had come one after the other.
    - It is always the one used the longest time ago that goes. A `get()` that finds something
      counts as use.
    - `stats()` is true at every moment: never more thumbnails than `capacity`, and every `get()`
      that has come back is counted, once, as a hit or as a miss.

What may not change
    The class `ThumbnailCache`, made with its capacity, and the names and arguments of its methods.
"""

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
        return self._hits, self._misses, len(self._items)

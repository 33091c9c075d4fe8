# The lock is held for the move, not for reading: the entry may be gone in between.
# Hint: looks like two locked steps in one call: between them another thread may throw out what the first one found.
import threading
from collections import OrderedDict


class ThumbnailCache:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = OrderedDict()
        self._hits = 0
        self._misses = 0
        self._lock = threading.Lock()

    def get(self, name):
        with self._lock:
            found = name in self._items
            if found:
                self._items.move_to_end(name)
                self._hits += 1
            else:
                self._misses += 1
        return self._items[name] if found else None

    def put(self, name, thumbnail):
        with self._lock:
            self._items[name] = thumbnail
            self._items.move_to_end(name)
            if len(self._items) > self._capacity:
                self._items.popitem(last=False)

    def stats(self):
        with self._lock:
            return self._hits, self._misses, len(self._items)

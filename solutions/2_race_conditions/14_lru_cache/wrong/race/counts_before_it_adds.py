# Asks for the size before the lock is held, and throws out one too many or too few.
# Hint: looks as if the size is asked before the lock is held: by the time something is thrown out it is no longer true.
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
            if name in self._items:
                self._items.move_to_end(name)
                self._hits += 1
                return self._items[name]
            self._misses += 1
            return None

    def put(self, name, thumbnail):
        full = name not in self._items and len(self._items) >= self._capacity
        with self._lock:
            if full:
                self._items.popitem(last=False)
            self._items[name] = thumbnail
            self._items.move_to_end(name)

    def stats(self):
        with self._lock:
            return self._hits, self._misses, len(self._items)

# put() holds the lock and calls a method that takes it again.
# Hint: looks as if a method that holds the lock calls another one that takes it again: a plain Lock waits for itself.
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
        with self._lock:
            self._items[name] = thumbnail
            self._items.move_to_end(name)
            if self.stats()[2] > self._capacity:
                self._items.popitem(last=False)

    def stats(self):
        with self._lock:
            return self._hits, self._misses, len(self._items)

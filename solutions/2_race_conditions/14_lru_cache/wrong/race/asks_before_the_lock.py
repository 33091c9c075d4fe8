# get() asks whether it is there, and takes the lock only afterwards.
# Hint: looks like asking whether something is there before the lock is held: it may be gone when you come back with the lock.
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
        if name not in self._items:
            with self._lock:
                self._misses += 1
            return None
        with self._lock:
            self._items.move_to_end(name)
            self._hits += 1
            return self._items[name]

    def put(self, name, thumbnail):
        with self._lock:
            self._items[name] = thumbnail
            self._items.move_to_end(name)
            if len(self._items) > self._capacity:
                self._items.popitem(last=False)

    def stats(self):
        with self._lock:
            return self._hits, self._misses, len(self._items)

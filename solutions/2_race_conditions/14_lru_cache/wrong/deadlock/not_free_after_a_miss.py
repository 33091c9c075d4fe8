# A get() that finds nothing comes back with the lock still held.
# Hint: looks as if some way out of a method doesn't give the lock back: the next call waits for ever. Use `with`.
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
        self._lock.acquire()
        if name not in self._items:
            self._misses += 1
            return None
        self._items.move_to_end(name)
        self._hits += 1
        thumbnail = self._items[name]
        self._lock.release()
        return thumbnail

    def put(self, name, thumbnail):
        with self._lock:
            self._items[name] = thumbnail
            self._items.move_to_end(name)
            if len(self._items) > self._capacity:
                self._items.popitem(last=False)

    def stats(self):
        with self._lock:
            return self._hits, self._misses, len(self._items)

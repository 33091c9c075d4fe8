# Reads under the lock, lets go, and marks the use in a second step that may come too late.
# Hint: looks as if reading and marking as used are two steps: what was just read may be thrown out between them.
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
            if name not in self._items:
                self._misses += 1
                return None
            self._hits += 1
            thumbnail = self._items[name]
        with self._lock:
            if name in self._items:
                self._items.move_to_end(name)
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

# The entries are safe; the two counters are changed when the lock is given back.
# Hint: looks as if the counters are changed outside the lock: `+= 1` is a read and a write, and some of them are lost.
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
            thumbnail = self._items.get(name)
            if thumbnail is not None:
                self._items.move_to_end(name)
        if thumbnail is None:
            self._misses += 1
        else:
            self._hits += 1
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

# No lock in get(), the KeyError is caught instead: the counting still isn't safe.
# Hint: looks as if an error that comes from a race is caught and the race stays: what else may go wrong at the same place, in silence?
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
        try:
            self._items.move_to_end(name)
            thumbnail = self._items[name]
        except KeyError:
            self._misses += 1
            return None
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

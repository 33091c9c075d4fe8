# Makes a new lock in each call: it keeps nobody out.
# Hint: looks like a lock that is made anew in each call: nobody else has it, so it keeps nobody out. Make it once.
import threading
from collections import OrderedDict


class ThumbnailCache:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = OrderedDict()
        self._hits = 0
        self._misses = 0

    def get(self, name):
        with threading.Lock():
            if name in self._items:
                self._items.move_to_end(name)
                self._hits += 1
                return self._items[name]
            self._misses += 1
            return None

    def put(self, name, thumbnail):
        with threading.Lock():
            self._items[name] = thumbnail
            self._items.move_to_end(name)
            if len(self._items) > self._capacity:
                self._items.popitem(last=False)

    def stats(self):
        with threading.Lock():
            return self._hits, self._misses, len(self._items)

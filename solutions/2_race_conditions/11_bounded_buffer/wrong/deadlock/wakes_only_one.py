# One condition and notify(): the one that wakes may be of the wrong kind, and sleeps on.
# Hint: looks like one `notify()` for two kinds of sleepers: it may wake one that can do nothing with it, and the right one sleeps on.
import threading
from collections import deque


class Buffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._changed = threading.Condition()

    def put(self, item):
        with self._changed:
            while len(self._items) == self._capacity:
                self._changed.wait()
            self._items.append(item)
            self._changed.notify()

    def get(self):
        with self._changed:
            while not self._items:
                self._changed.wait()
            item = self._items.popleft()
            self._changed.notify()
            return item

# put() asks for room under the lock and adds outside of it.
# Hint: looks like `put()` asks for room under the lock and adds when it has let go: two threads may take the last place.
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
        with self._changed:
            self._changed.notify_all()

    def get(self):
        with self._changed:
            while not self._items:
                self._changed.wait()
            item = self._items.popleft()
            self._changed.notify_all()
            return item

# get() takes the item out when it no longer holds the lock.
# Hint: looks like asking and taking in two steps: between them another thread may take the same item. Hold the lock over both.
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
            self._changed.notify_all()

    def get(self):
        with self._changed:
            while not self._items:
                self._changed.wait()
        item = self._items.popleft()
        with self._changed:
            self._changed.notify_all()
        return item

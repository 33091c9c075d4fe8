# A timeout papers over the lost wake-up: it is polling, only slower.
# Hint: looks like `wait(timeout)` in a loop: that is polling, only slower. Make sure that the right sleeper is woken instead.
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
                self._changed.wait(timeout=0.1)
            self._items.append(item)
            self._changed.notify()

    def get(self):
        with self._changed:
            while not self._items:
                self._changed.wait(timeout=0.1)
            item = self._items.popleft()
            self._changed.notify()
            return item

# `if` around the wait in put(): the room may be gone again by the time it wakes.
# Hint: looks like an `if` around the `wait()` of `put()`: after waking, the room may be taken again. Ask again before you add.
import threading
from collections import deque


class Buffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._changed = threading.Condition()

    def put(self, item):
        with self._changed:
            if len(self._items) == self._capacity:
                self._changed.wait()
            self._items.append(item)
            self._changed.notify_all()

    def get(self):
        with self._changed:
            while not self._items:
                self._changed.wait()
            item = self._items.popleft()
            self._changed.notify_all()
            return item

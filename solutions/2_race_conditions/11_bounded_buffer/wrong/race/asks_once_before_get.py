# `if` around the wait in get(): the item may be gone again by the time it wakes.
# Hint: looks like an `if` around `wait()`: between waking and holding the lock again, another thread may have taken the item. Ask again.
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
            if not self._items:
                self._changed.wait()
            item = self._items.popleft()
            self._changed.notify_all()
            return item

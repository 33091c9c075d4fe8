# Takes an item that is None for an empty buffer.
# Hint: looks as if some value of an item means "nothing there": an item may be anything. Ask the length, not the item.
import threading
from collections import deque


class Buffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._changed = threading.Condition()

    def _first(self):
        return self._items[0] if self._items else None

    def put(self, item):
        with self._changed:
            while len(self._items) == self._capacity:
                self._changed.wait()
            self._items.append(item)
            self._changed.notify_all()

    def get(self):
        with self._changed:
            while self._first() is None:
                self._changed.wait()
            self._changed.notify_all()
            return self._items.popleft()

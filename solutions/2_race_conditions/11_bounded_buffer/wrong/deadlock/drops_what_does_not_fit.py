# A full buffer throws its oldest item away.
# Hint: looks as if items are thrown away when the buffer is full: then somebody waits for ever for the lost one. `put()` has to wait.
import threading
from collections import deque


class Buffer:
    def __init__(self, capacity):
        self._items = deque(maxlen=capacity)
        self._filled = threading.Condition()

    def put(self, item):
        with self._filled:
            self._items.append(item)
            self._filled.notify()

    def get(self):
        with self._filled:
            while not self._items:
                self._filled.wait()
            return self._items.popleft()

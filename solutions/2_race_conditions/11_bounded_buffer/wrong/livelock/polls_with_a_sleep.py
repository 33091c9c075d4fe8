# Asks again every 10 ms: each waiting thread keeps waking the machine for nothing.
# Hint: looks like asking again after a short sleep: that is polling. Sleep on a condition, and let whoever changes something wake you.
import threading
import time
from collections import deque


class Buffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._lock = threading.Lock()

    def put(self, item):
        while True:
            with self._lock:
                if len(self._items) < self._capacity:
                    self._items.append(item)
                    return
            time.sleep(0.01)

    def get(self):
        while True:
            with self._lock:
                if self._items:
                    return self._items.popleft()
            time.sleep(0.01)

# Waits for room while it holds the one lock that makes room.
# Hint: looks like waiting while holding the lock that the others need to change anything: wait with something that gives it back.
import threading
from collections import deque


class Buffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._lock = threading.Lock()
        self._room = threading.Semaphore(capacity)
        self._filled = threading.Semaphore(0)

    def put(self, item):
        with self._lock:
            self._room.acquire()
            self._items.append(item)
            self._filled.release()

    def get(self):
        with self._lock:
            self._filled.acquire()
            item = self._items.popleft()
            self._room.release()
            return item

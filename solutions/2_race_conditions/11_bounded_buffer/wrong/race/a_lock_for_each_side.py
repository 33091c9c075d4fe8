# One lock for put() and another one for get(): they guard the same items from nobody.
# Hint: looks as if `put()` and `get()` hold different locks: whoever changes the same items needs the same lock.
import threading


class Buffer:
    def __init__(self, capacity):
        self._room = threading.Semaphore(capacity)
        self._filled = threading.Semaphore(0)
        self._putting = threading.Lock()
        self._getting = threading.Lock()
        self._items = []

    def put(self, item):
        self._room.acquire()
        with self._putting:
            self._items = [*self._items, item]
        self._filled.release()

    def get(self):
        self._filled.acquire()
        with self._getting:
            item, *self._items = self._items
        self._room.release()
        return item

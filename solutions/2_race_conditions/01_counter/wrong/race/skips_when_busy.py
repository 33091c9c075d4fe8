# Never waits: a click that comes while another one is being counted is dropped.
# Hint: looks as if a click is dropped when the lock is taken: wait for the lock, however short the wait.
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        if self._lock.acquire(blocking=False):
            self._value += 1
            self._lock.release()

    @property
    def value(self):
        with self._lock:
            return self._value

# Only the write is locked: two threads may read the same old value before either writes.
# Hint: looks like a lock around the write alone: what was read before it may be old by then.
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        increased = self._value + 1
        with self._lock:
            self._value = increased

    @property
    def value(self):
        with self._lock:
            return self._value

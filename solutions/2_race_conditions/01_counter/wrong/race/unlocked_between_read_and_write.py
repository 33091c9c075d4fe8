# Both halves are locked, but the lock is given back between them.
# Hint: looks like a lock that is given back between the read and the write: another thread may come in between.
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    @property
    def value(self):
        with self._lock:
            return self._value

    @value.setter
    def value(self, value):
        with self._lock:
            self._value = value

    def increment(self):
        self.value += 1

# increment() holds a Lock and reads the property, which wants the same Lock.
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._lock:
            self._value = self.value + 1

    @property
    def value(self):
        with self._lock:
            return self._value

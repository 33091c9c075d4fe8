# increment() holds a Lock and reads the property, which wants the same Lock.
# Hint: looks like a method that holds the lock and calls another one that takes it too: a `Lock` can't be taken twice.
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

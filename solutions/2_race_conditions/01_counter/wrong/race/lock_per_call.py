# The lock is made anew in every call, so no two threads ever meet at the same one.
import threading


class Counter:
    def __init__(self):
        self._value = 0

    def increment(self):
        lock = threading.Lock()
        with lock:
            self._value += 1

    @property
    def value(self):
        return self._value

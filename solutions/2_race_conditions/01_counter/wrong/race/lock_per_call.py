# The lock is made anew in every call, so no two threads ever meet at the same one.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.
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

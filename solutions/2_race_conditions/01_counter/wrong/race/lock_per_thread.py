# Every thread has a lock of its own, which keeps out nobody but itself.
# Hint: looks like a lock for each thread: it keeps out nobody but the thread that has it.
import threading


class Counter:
    def __init__(self):
        self._own = threading.local()
        self._value = 0

    def increment(self):
        if not hasattr(self._own, "lock"):
            self._own.lock = threading.Lock()
        with self._own.lock:
            self._value += 1

    @property
    def value(self):
        return self._value

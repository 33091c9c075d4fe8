# Asks whether the lock is free and does without it if so: two threads may both find it free.
# Hint: looks like asking whether the lock is free before taking it: between question and answer another thread may come.
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        if self._lock.locked():
            with self._lock:
                self._value += 1
        else:
            self._value += 1

    @property
    def value(self):
        return self._value

# Reading an empty counter returns early and never gives the lock back; later clicks wait for ever.
# Hint: looks like a `return` between `acquire()` and `release()`: on that way the lock is never given back.
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._lock:
            self._value += 1

    @property
    def value(self):
        self._lock.acquire()
        if not self._value:
            return 0
        value = self._value
        self._lock.release()
        return value

# Writers are locked, the reader isn't: it may add the old tens to the new ones after a carry.
# Hint: looks like only the writers take the lock: a reader without it looks in the middle of a change.
import threading

BASE = 2


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._high = 0
        self._low = 0

    def increment(self):
        with self._lock:
            self._low += 1
            if self._low == BASE:
                self._low = 0
                self._high += 1

    @property
    def value(self):
        return self._high * BASE + self._low

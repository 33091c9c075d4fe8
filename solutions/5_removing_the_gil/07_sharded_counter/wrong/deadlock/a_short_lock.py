# Each thread adds to a sum of its own and, every time, to the common one under one lock.
# Hint: looks as if every addition ends at one number and one lock for all, however short: the queue is still there.
import threading


class ByteCounter:
    def __init__(self):
        self._own = threading.local()
        self._total = 0
        self._lock = threading.Lock()

    def add(self, amount):
        self._own.sum = getattr(self._own, "sum", 0) + amount
        with self._lock:
            self._total += amount

    def total(self):
        with self._lock:
            return self._total

# Each thread hands over its sum after every 8 amounts; the rest is never counted.
# Hint: looks as if what a thread hasn't handed over yet isn't counted: when nobody is adding, the total must be exact.
import threading


class ByteCounter:
    def __init__(self):
        self._own = threading.local()
        self._total = 0
        self._lock = threading.Lock()

    def add(self, amount):
        self._own.sum = getattr(self._own, "sum", 0) + amount
        self._own.calls = getattr(self._own, "calls", 0) + 1
        if self._own.calls % 8 == 0:
            with self._lock:
                self._total += self._own.sum
            self._own.sum = 0

    def total(self):
        with self._lock:
            return self._total

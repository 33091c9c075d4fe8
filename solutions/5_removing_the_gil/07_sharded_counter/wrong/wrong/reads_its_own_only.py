# A threading.local without a list: the reader sees only what it has added itself.
# Hint: looks as if `total()` sees the calling thread's part only: the reader must find the cells of all threads.
import threading


class ByteCounter:
    def __init__(self):
        self._own = threading.local()

    def add(self, amount):
        self._own.sum = getattr(self._own, "sum", 0) + amount

    def total(self):
        return getattr(self._own, "sum", 0)

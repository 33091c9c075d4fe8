# Two cells for all threads, chosen by the thread's number: two threads may get the same one.
# Hint: looks as if two threads may share a cell without a lock: a number modulo something isn't each thread's own.
import threading


class ByteCounter:
    def __init__(self):
        self._cells = [0, 0]

    def add(self, amount):
        self._cells[threading.get_ident() % 2] += amount

    def total(self):
        return sum(self._cells)

# A new cell is put into a new list without a lock: of two new cells one may be lost.
# Hint: looks as if two threads that come for the first time overwrite each other's entry in the common list: that step needs a lock.
import threading


class _Cell:
    def __init__(self):
        self.amount = 0


class ByteCounter:
    def __init__(self):
        self._own = threading.local()
        self._cells = []

    def add(self, amount):
        if not hasattr(self._own, "cell"):
            self._own.cell = _Cell()
            self._cells = [*self._cells, self._own.cell]
        self._own.cell.amount += amount

    def total(self):
        return sum(cell.amount for cell in self._cells)

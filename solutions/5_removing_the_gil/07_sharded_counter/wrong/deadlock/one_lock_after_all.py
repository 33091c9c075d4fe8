# A cell for each thread, and one lock around every addition.
# Hint: looks as if a lock that all threads share is still held while adding: then the cells are for nothing. Who else writes your cell?
import threading


class _Cell:
    def __init__(self):
        self.amount = 0


class ByteCounter:
    def __init__(self):
        self._own = threading.local()
        self._cells = []
        self._joining = threading.Lock()

    def add(self, amount):
        with self._joining:
            if not hasattr(self._own, "cell"):
                self._own.cell = _Cell()
                self._cells.append(self._own.cell)
            self._own.cell.amount += amount

    def total(self):
        with self._joining:
            cells = list(self._cells)
        return sum(cell.amount for cell in cells)

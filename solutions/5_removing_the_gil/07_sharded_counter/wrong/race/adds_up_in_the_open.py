# total() adds up in an attribute: two readers get into each other's sums.
# Hint: looks as if the reader adds up in something that others see as well: two readers disturb each other. Use a local variable.
import threading


class _Cell:
    def __init__(self):
        self.amount = 0


class ByteCounter:
    def __init__(self):
        self._own = threading.local()
        self._cells = []
        self._joining = threading.Lock()
        self._total = 0

    def add(self, amount):
        cell = getattr(self._own, "cell", None)
        if cell is None:
            cell = self._own.cell = _Cell()
            with self._joining:
                self._cells.append(cell)
        cell.amount += amount

    def total(self):
        self._total = 0
        for cell in list(self._cells):
            self._total += cell.amount
        return self._total

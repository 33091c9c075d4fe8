# total() takes the amounts out of the cells, while their threads add to them.
# Hint: looks as if the reader writes the cells too: then a cell has two writers, and what is added meanwhile is lost. Only read them.
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
        with self._joining:
            for cell in self._cells:
                self._total += cell.amount
                cell.amount = 0
            return self._total

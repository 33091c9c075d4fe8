# The threading.local is the module's: a thread has one cell for all counters.
# Hint: looks as if something is shared by all counters that should be each counter's own: make it in `__init__`.
import threading

_own = threading.local()


class _Cell:
    def __init__(self):
        self.amount = 0


class ByteCounter:
    def __init__(self):
        self._cells = []

    def add(self, amount):
        if not hasattr(_own, "cell"):
            _own.cell = _Cell()
        if _own.cell not in self._cells:
            self._cells.append(_own.cell)
        _own.cell.amount += amount

    def total(self):
        return sum(cell.amount for cell in list(self._cells))

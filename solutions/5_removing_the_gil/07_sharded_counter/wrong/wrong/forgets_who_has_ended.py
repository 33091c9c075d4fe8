# The cells are in a weak set: when a thread ends, its cell goes with it, and so do its bytes.
# Hint: looks as if the bytes of a thread go with the thread: what it has added must still count when it has ended.
import threading
import weakref


class _Cell:
    def __init__(self):
        self.amount = 0


class ByteCounter:
    def __init__(self):
        self._own = threading.local()
        self._cells = weakref.WeakSet()
        self._joining = threading.Lock()

    def add(self, amount):
        if not hasattr(self._own, "cell"):
            self._own.cell = _Cell()
            with self._joining:
                self._cells.add(self._own.cell)
        self._own.cell.amount += amount

    def total(self):
        with self._joining:
            return sum(cell.amount for cell in list(self._cells))

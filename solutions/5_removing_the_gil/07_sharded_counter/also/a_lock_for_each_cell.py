"""Each cell has a lock of its own, which only its thread and readers want."""

import threading


class _Cell:
    def __init__(self) -> None:
        self.amount = 0
        self.lock = threading.Lock()


class ByteCounter:
    """Counts bytes, from many threads."""

    def __init__(self) -> None:
        self._own = threading.local()
        self._cells: list[_Cell] = []
        self._joining = threading.Lock()

    def add(self, amount: int) -> None:
        """Count some more."""
        if not hasattr(self._own, "cell"):
            self._own.cell = _Cell()
            with self._joining:
                self._cells.append(self._own.cell)
        cell = self._own.cell
        with cell.lock:
            cell.amount += amount

    def total(self) -> int:
        """How many bytes have been counted so far."""
        with self._joining:
            cells = self._cells.copy()
        total = 0
        for cell in cells:
            with cell.lock:
                total += cell.amount
        return total

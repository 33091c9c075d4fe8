"""A subclass of threading.local: its __init__ runs once for each thread and makes the cell."""

import threading


class _Own(threading.local):
    def __init__(self, cells: "list[list[int]]") -> None:
        self.cell = [0]
        cells.append(self.cell)


class ByteCounter:
    """Counts bytes, from many threads."""

    def __init__(self) -> None:
        self._cells: list[list[int]] = []
        self._own = _Own(self._cells)

    def add(self, amount: int) -> None:
        """Count some more."""
        self._own.cell[0] += amount

    def total(self) -> int:
        """How many bytes have been counted so far."""
        return sum(cell[0] for cell in tuple(self._cells))

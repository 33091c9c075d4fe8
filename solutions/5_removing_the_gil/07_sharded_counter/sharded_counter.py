"""A cell for each thread, which nobody else writes; whoever wants the total adds them up."""

import threading


class _Cell:
    """The amounts of one thread; only that thread writes it."""

    def __init__(self) -> None:
        self.amount = 0


class ByteCounter:
    """Counts bytes, from many threads."""

    def __init__(self) -> None:
        self._own = threading.local()
        self._cells: list[_Cell] = []
        self._joining = threading.Lock()

    def add(self, amount: int) -> None:
        """Count some more.

        Args:
            amount: how many bytes, at least 0.
        """
        cell = getattr(self._own, "cell", None)
        if cell is None:
            cell = self._own.cell = _Cell()
            with self._joining:
                self._cells.append(cell)
        cell.amount += amount

    def total(self) -> int:
        """How many bytes have been counted so far."""
        with self._joining:
            cells = list(self._cells)
        return sum(cell.amount for cell in cells)

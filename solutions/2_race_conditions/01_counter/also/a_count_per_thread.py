"""Each thread counts for itself in a cell that nobody else writes; a reader adds them up."""

import threading


class Cell:
    """What one thread has counted."""

    def __init__(self) -> None:
        self.clicks = 0


class Counter:
    """The number of clicks so far."""

    def __init__(self) -> None:
        self._own = threading.local()
        self._lock = threading.Lock()
        self._cells: list[Cell] = []

    def increment(self) -> None:
        """Count one more click."""
        cell = getattr(self._own, "cell", None)
        if cell is None:
            cell = self._own.cell = Cell()
            with self._lock:
                self._cells.append(cell)
        cell.clicks += 1

    @property
    def value(self) -> int:
        """The clicks counted so far."""
        with self._lock:
            return sum(cell.clicks for cell in self._cells)

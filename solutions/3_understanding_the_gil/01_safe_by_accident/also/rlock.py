"""A lock that its holder may take again: `sell()` can ask `left` while it holds it."""

import threading


class BoxOffice:
    """Sells the tickets of one evening."""

    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._lock = threading.RLock()

    def sell(self) -> int | None:
        """Sell the next ticket and return its number, or None if there is none."""
        with self._lock:
            if self.left == 0:
                return None
            self._sold += 1
            return self._sold

    @property
    def left(self) -> int:
        """How many tickets are still for sale."""
        with self._lock:
            return self._seats - self._sold

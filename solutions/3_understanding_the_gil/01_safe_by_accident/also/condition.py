"""A condition is a lock too; nobody waits for it here. `left` reads one number, once."""

import threading


class BoxOffice:
    """Sells the tickets of one evening."""

    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._counter_is_free = threading.Condition()

    def sell(self) -> int | None:
        """Sell the next ticket and return its number, or None if there is none."""
        with self._counter_is_free:
            if self._sold == self._seats:
                return None
            self._sold += 1
            return self._sold

    @property
    def left(self) -> int:
        """How many tickets are still for sale."""
        return self._seats - self._sold

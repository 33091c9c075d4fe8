"""One lock around the whole sale: the question, the count and the number on the ticket.

It doesn't matter any more where Python switches, so it doesn't matter which Python it is.
"""

import threading


class BoxOffice:
    """Sells the tickets of one evening."""

    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._lock = threading.Lock()

    def sell(self) -> int | None:
        """Sell the next ticket and return its number, or None if there is none."""
        with self._lock:
            if self._sold < self._seats:
                self._sold += 1
                return self._sold
            return None

    @property
    def left(self) -> int:
        """How many tickets are still for sale."""
        with self._lock:
            return self._seats - self._sold

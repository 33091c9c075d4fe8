"""A semaphore for one, given back whichever way the sale ends."""

import threading


class BoxOffice:
    """Sells the tickets of one evening."""

    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._counter = threading.BoundedSemaphore(1)

    def sell(self) -> int | None:
        """Sell the next ticket and return its number, or None if there is none."""
        self._counter.acquire()
        try:
            if self._sold >= self._seats:
                return None
            self._sold += 1
            return self._sold
        finally:
            self._counter.release()

    @property
    def left(self) -> int:
        """How many tickets are still for sale."""
        with self._counter:
            return self._seats - self._sold

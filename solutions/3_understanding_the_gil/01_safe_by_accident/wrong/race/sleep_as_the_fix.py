# Steps aside for a moment before each sale: a sleep orders nothing.
# Hint: looks like a sleep in place of a lock: it makes the bad moment rarer and prevents nothing.

import time


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0

    def sell(self) -> int | None:
        time.sleep(0.001)
        if self._sold < self._seats:
            self._sold += 1
            return self._sold
        return None

    @property
    def left(self) -> int:
        return self._seats - self._sold

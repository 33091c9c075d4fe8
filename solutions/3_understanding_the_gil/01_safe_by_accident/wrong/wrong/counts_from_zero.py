# Numbers the tickets from 0: there is no seat with that number.
# Hint: looks as if the tickets are numbered from 0: with which number does the first one begin?

import threading


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._lock = threading.Lock()

    def sell(self) -> int | None:
        with self._lock:
            if self._sold == self._seats:
                return None
            self._sold += 1
            return self._sold - 1

    @property
    def left(self) -> int:
        with self._lock:
            return self._seats - self._sold

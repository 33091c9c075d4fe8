# Sells under the lock, but keeps `left` as a number of its own and updates it after the lock.
# Hint: looks like two numbers that belong together but don't change under one lock: others see one old and one new.

import threading


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._left = seats
        self._lock = threading.Lock()

    def sell(self) -> int | None:
        with self._lock:
            if self._sold == self._seats:
                return None
            self._sold += 1
            number = self._sold
        self._left -= 1
        return number

    @property
    def left(self) -> int:
        return self._left

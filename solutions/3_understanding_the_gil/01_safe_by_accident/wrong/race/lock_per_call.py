# Makes a new lock for each sale: nobody else ever asks for that one.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.

import threading


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0

    def sell(self) -> int | None:
        lock = threading.Lock()
        with lock:
            if self._sold < self._seats:
                self._sold += 1
                return self._sold
            return None

    @property
    def left(self) -> int:
        return self._seats - self._sold

# Asks before it takes the lock: the last ticket may be gone by then, and is sold again.
# Hint: looks like a check before the lock is taken: what you saw may no longer be true when you act on it.

import threading


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._lock = threading.Lock()

    def sell(self) -> int | None:
        if self._sold < self._seats:
            with self._lock:
                self._sold += 1
                return self._sold
        return None

    @property
    def left(self) -> int:
        return self._seats - self._sold

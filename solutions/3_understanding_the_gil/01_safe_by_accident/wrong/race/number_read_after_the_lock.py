# Reads the ticket's number when the lock is given back: by then it may be the next one's.
# Hint: looks as if the number is read after the lock was given back: by then it may be somebody else's.

import threading


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._lock = threading.Lock()

    def sell(self) -> int | None:
        with self._lock:
            if self._sold >= self._seats:
                return None
            self._sold += 1
        return self._sold

    @property
    def left(self) -> int:
        return self._seats - self._sold

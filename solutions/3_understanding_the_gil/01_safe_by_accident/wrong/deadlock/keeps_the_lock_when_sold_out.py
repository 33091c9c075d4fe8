# Returns None without giving the lock back: whoever asks next waits for ever.
# Hint: looks like a `return` between `acquire()` and `release()`: on that way the lock is never given back.

import threading


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._lock = threading.Lock()

    def sell(self) -> int | None:
        self._lock.acquire()
        if self._sold == self._seats:
            return None
        self._sold += 1
        number = self._sold
        self._lock.release()
        return number

    @property
    def left(self) -> int:
        return self._seats - self._sold

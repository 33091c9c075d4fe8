# Counts a sale first and takes it back when sold out; `left` asks without the lock and shows -1.
# Hint: looks like a sale that is counted first and taken back later: others may see the number in between.

import threading


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0
        self._lock = threading.Lock()

    def sell(self) -> int | None:
        with self._lock:
            self._sold += 1
            if self._sold > self._seats:
                self._sold -= 1
                return None
            return self._sold

    @property
    def left(self) -> int:
        return self._seats - self._sold

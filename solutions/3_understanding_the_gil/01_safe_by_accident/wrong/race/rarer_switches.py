# Asks Python to switch less often: rarer is not never, and without a GIL the setting does nothing.
# Hint: looks like asking Python to switch threads less often: rarer is not never, and without a GIL it does nothing.

import sys

sys.setswitchinterval(1.0)


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0

    def sell(self) -> int | None:
        if self._sold < self._seats:
            self._sold += 1
            return self._sold
        return None

    @property
    def left(self) -> int:
        return self._seats - self._sold

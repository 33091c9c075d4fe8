# Counts first and checks afterwards, still with a bare `+=`: another order, the same accident.
# Hint: looks like a bare `+=` on a shared number: it reads and then writes, and another thread may come in between.


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0

    def sell(self) -> int | None:
        if self._sold >= self._seats:
            return None
        self._sold = number = self._sold + 1
        return number

    @property
    def left(self) -> int:
        return self._seats - self._sold

# `int(x) + 1` instead of `+= 1`: a call between read and write, where even the GIL may switch.
# Hint: looks like a call between the read and the write: even the GIL may switch threads there.


class BoxOffice:
    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0

    def sell(self) -> int | None:
        if self._sold < self._seats:
            self._sold = int(self._sold) + 1
            return self._sold
        return None

    @property
    def left(self) -> int:
        return self._seats - self._sold

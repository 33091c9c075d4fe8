"""The box office of a theatre: numbered tickets, sold from many web threads.

The author knew that `+=` takes several steps, tried it with a hundred threads for an hour, and
not one ticket was sold twice. "The GIL protects us", says the comment that used to stand here.

What is wrong today
    Nothing, on today's CPython with its GIL: between these lines it happens not to switch. That
    is no promise. The same file on a free-threaded Python sells the same ticket twice, and sells
    more tickets than there are seats.

What must hold
    - Tickets are numbered 1, 2, 3, … and each number is sold once, wherever the switch between
      threads may come.
    - No more tickets are sold than there are seats; then `sell()` returns None, again and again.
    - `left` never shows a number that wasn't true at some moment, and after the last sale it is 0.

What may not change
    `BoxOffice(seats)`, its method `sell()`, its property `left`. How often Python switches between
    threads is none of this module's business.
"""


class BoxOffice:
    """Sells the tickets of one evening.

    Args:
        seats: how many there are, at least 0.
    """

    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._sold = 0

    def sell(self) -> int | None:
        """Sell the next ticket and return its number, or None if there is none."""
        if self._sold < self._seats:
            self._sold += 1
            return self._sold
        return None

    @property
    def left(self) -> int:
        """How many tickets are still for sale."""
        return self._seats - self._sold

"""A dictionary with a key for each thread: nobody writes another one's; the total is of a copy."""

import threading


class ByteCounter:
    """Counts bytes, from many threads."""

    def __init__(self) -> None:
        self._by_thread: dict[int, int] = {}

    def add(self, amount: int) -> None:
        """Count some more."""
        me = threading.get_ident()
        self._by_thread[me] = self._by_thread.get(me, 0) + amount

    def total(self) -> int:
        """How many bytes have been counted so far."""
        return sum(self._by_thread.copy().values())

"""All tickets are printed beforehand and lie in a queue, which is documented to be thread-safe."""

import queue


class BoxOffice:
    """Sells the tickets of one evening."""

    def __init__(self, seats: int) -> None:
        self._tickets: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in range(1, seats + 1):
            self._tickets.put(number)

    def sell(self) -> int | None:
        """Sell the next ticket and return its number, or None if there is none."""
        try:
            return self._tickets.get_nowait()
        except queue.Empty:
            return None

    @property
    def left(self) -> int:
        """How many tickets are still for sale."""
        return self._tickets.qsize()

"""The rounds of a weather simulation: whoever waits asks whether *its* round has ended."""

import threading
from collections.abc import Callable


class Rounds:
    """The end of a round, again and again.

    Args:
        strips: how many threads take part, at least 1; each calls `wait` once a round.
        between: what is to be done between two rounds.
    """

    def __init__(self, strips: int, between: Callable[[], None]) -> None:
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._round = 0  # grows at the end of each
        self._condition = threading.Condition()

    def wait(self) -> None:
        """Come to the end of a round; return when all have come there."""
        with self._condition:
            mine = self._round
            self._arrived += 1
            if self._arrived == self._strips:
                self._between()
                self._arrived = 0
                self._round += 1
                self._condition.notify_all()
            else:
                self._condition.wait_for(lambda: self._round != mine)

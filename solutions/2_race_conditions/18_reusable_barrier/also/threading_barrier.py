"""`threading.Barrier`: the standard library has solved this one."""

import threading
from collections.abc import Callable


class Rounds:
    """The end of a round, again and again."""

    def __init__(self, strips: int, between: Callable[[], None]) -> None:
        self._barrier = threading.Barrier(strips, action=between)

    def wait(self) -> None:
        """Come to the end of a round; return when all have come there."""
        self._barrier.wait()

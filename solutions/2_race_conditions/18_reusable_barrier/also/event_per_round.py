"""Each round has an Event of its own: who waits for an old one can't meet those of the next."""

import threading
from collections.abc import Callable


class Rounds:
    """The end of a round, again and again."""

    def __init__(self, strips: int, between: Callable[[], None]) -> None:
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._over = threading.Event()
        self._lock = threading.RLock()

    def wait(self) -> None:
        """Come to the end of a round; return when all have come there."""
        with self._lock:
            over = self._over
            self._arrived += 1
            if self._arrived == self._strips:
                self._between()
                self._arrived = 0
                self._over = threading.Event()
                over.set()
        over.wait()

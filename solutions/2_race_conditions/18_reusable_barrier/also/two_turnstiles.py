"""Two turnstiles: all go through the first before anybody goes through the second."""

import threading
from collections.abc import Callable


class Rounds:
    """The end of a round, again and again."""

    def __init__(self, strips: int, between: Callable[[], None]) -> None:
        self._strips = strips
        self._between = between
        self._inside = 0
        self._mutex = threading.Lock()
        self._entrance = threading.Semaphore(0)
        self._exit = threading.Semaphore(0)

    def wait(self) -> None:
        """Come to the end of a round; return when all have come there."""
        with self._mutex:
            self._inside += 1
            if self._inside == self._strips:
                self._between()
                self._entrance.release(self._strips)
        self._entrance.acquire()
        with self._mutex:
            self._inside -= 1
            if self._inside == 0:
                self._exit.release(self._strips)
        self._exit.acquire()

"""Each arrival leaves a closed lock to sleep on; the last one opens all of them."""

import threading
from collections.abc import Callable


class Rounds:
    """The end of a round, again and again."""

    def __init__(self, strips: int, between: Callable[[], None]) -> None:
        self._strips = strips
        self._between = between
        self._sleepers: list[threading.Lock] = []
        self._mutex = threading.BoundedSemaphore(1)

    def wait(self) -> None:
        """Come to the end of a round; return when all have come there."""
        with self._mutex:
            if len(self._sleepers) == self._strips - 1:
                self._between()
                for sleeper in self._sleepers:
                    sleeper.release()
                self._sleepers = []
                return
            mine = threading.Lock()
            mine.acquire()
            self._sleepers.append(mine)
        mine.acquire()

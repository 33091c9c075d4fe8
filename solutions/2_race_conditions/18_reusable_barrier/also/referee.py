"""A referee's thread collects the whistles of a round and blows all of them at its end."""

import queue
import threading
from collections.abc import Callable


class Rounds:
    """The end of a round, again and again."""

    def __init__(self, strips: int, between: Callable[[], None]) -> None:
        self._strips = strips
        self._between = between
        self._arrivals: queue.SimpleQueue = queue.SimpleQueue()
        threading.Thread(target=self._referee, daemon=True).start()

    def wait(self) -> None:
        """Come to the end of a round; return when all have come there."""
        whistle = threading.Semaphore(0)
        self._arrivals.put(whistle)
        whistle.acquire()

    def _referee(self) -> None:
        while True:
            whistles = [self._arrivals.get() for _ in range(self._strips)]
            self._between()
            for whistle in whistles:
                whistle.release()

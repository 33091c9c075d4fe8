"""An RLock: the same as a Lock here, and increment() may call other locked methods."""

import threading


class Counter:
    """The number of clicks so far."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._value = 0

    def increment(self) -> None:
        """Count one more click."""
        with self._lock:
            self._value = self.value + 1

    @property
    def value(self) -> int:
        """The clicks counted so far."""
        with self._lock:
            return self._value

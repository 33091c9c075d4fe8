"""A Condition is a lock too; nobody waits for anything here, so it is never notified."""

import threading


class Counter:
    """The number of clicks so far."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._value = 0

    def increment(self) -> None:
        """Count one more click."""
        with self._turn:
            self._value += 1

    @property
    def value(self) -> int:
        """The clicks counted so far."""
        with self._turn:
            return self._value

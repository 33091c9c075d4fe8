"""Clicks of a web shop: one lock, made with the counter, around everything that touches it."""

import threading


class Counter:
    """The number of clicks so far."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._value = 0

    def increment(self) -> None:
        """Count one more click."""
        with self._lock:
            self._value += 1

    @property
    def value(self) -> int:
        """The clicks counted so far."""
        with self._lock:
            return self._value

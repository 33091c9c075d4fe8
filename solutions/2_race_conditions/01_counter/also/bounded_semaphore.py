"""A semaphore with one permit is a lock; reading a single attribute needs none."""

import threading


class Counter:
    """The number of clicks so far."""

    def __init__(self) -> None:
        self._permit = threading.BoundedSemaphore(1)
        self._value = 0

    def increment(self) -> None:
        """Count one more click."""
        self._permit.acquire()
        try:
            self._value += 1
        finally:
            self._permit.release()

    @property
    def value(self) -> int:
        """The clicks counted so far."""
        return self._value

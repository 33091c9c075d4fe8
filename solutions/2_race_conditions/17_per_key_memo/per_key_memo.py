"""The thumbnails of a photo site: each photo has a lock of its own."""

import threading
from collections.abc import Callable


class Thumbnails:
    """Small pictures, rendered when they are first asked for.

    Args:
        render: makes the small picture of a photo; slow, and it may fail.
    """

    def __init__(self, render: Callable[[int], bytes]) -> None:
        self._render = render
        self._pictures: dict[int, bytes] = {}
        self._locks: dict[int, threading.Lock] = {}
        self._lock = threading.Lock()  # for `_locks`, and never held while rendering

    def get(self, photo: int) -> bytes:
        """Return the small picture of a photo.

        Args:
            photo: its number.

        Raises:
            Exception: what `render` raised; the next `get` tries again.
        """
        with self._lock:
            lock = self._locks.setdefault(photo, threading.Lock())
        with lock:
            if photo not in self._pictures:
                self._pictures[photo] = self._render(photo)
            return self._pictures[photo]

"""`setdefault` is one step and makes a lock per photo; what is ready is looked up without one."""

import threading
from collections.abc import Callable


class Thumbnails:
    """Small pictures, rendered when they are first asked for."""

    def __init__(self, render: Callable[[int], bytes]) -> None:
        self._render = render
        self._pictures: dict[int, bytes] = {}
        self._locks: dict[int, threading.RLock] = {}

    def get(self, photo: int) -> bytes:
        """Return the small picture of a photo."""
        if photo in self._pictures:
            return self._pictures[photo]
        with self._locks.setdefault(photo, threading.RLock()):
            if photo not in self._pictures:
                self._pictures[photo] = self._render(photo)
            return self._pictures[photo]

"""An Event for each rendering that is under way; who slept on it looks again when it is over."""

import threading
from collections.abc import Callable


class Thumbnails:
    """Small pictures, rendered when they are first asked for."""

    def __init__(self, render: Callable[[int], bytes]) -> None:
        self._render = render
        self._pictures: dict[int, bytes] = {}
        self._under_way: dict[int, threading.Event] = {}
        self._lock = threading.BoundedSemaphore(1)

    def get(self, photo: int) -> bytes:
        """Return the small picture of a photo."""
        while True:
            with self._lock:
                if photo in self._pictures:
                    return self._pictures[photo]
                over = self._under_way.get(photo)
                if over is None:
                    self._under_way[photo] = threading.Event()
                    break
            over.wait()
        try:
            picture = self._render(photo)
            with self._lock:
                self._pictures[photo] = picture
            return picture
        finally:
            with self._lock:
                self._under_way.pop(photo).set()

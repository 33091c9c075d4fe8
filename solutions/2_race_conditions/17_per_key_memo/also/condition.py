"""One Condition and a set of photos that somebody is at work on; rendering is outside of it."""

import threading
from collections.abc import Callable


class Thumbnails:
    """Small pictures, rendered when they are first asked for."""

    def __init__(self, render: Callable[[int], bytes]) -> None:
        self._render = render
        self._pictures: dict[int, bytes] = {}
        self._at_work: set[int] = set()
        self._changed = threading.Condition()

    def get(self, photo: int) -> bytes:
        """Return the small picture of a photo."""
        with self._changed:
            while photo in self._at_work:
                self._changed.wait()
            if photo in self._pictures:
                return self._pictures[photo]
            self._at_work.add(photo)
        try:
            picture = self._render(photo)
            with self._changed:
                self._pictures[photo] = picture
            return picture
        finally:
            with self._changed:
                self._at_work.remove(photo)
                self._changed.notify_all()

# Hides the error and keeps an empty picture in its place.
# Hint: catches the error of `render` and goes on with something made up; who asked is never told, and the made-up picture stays.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = {}

    def get(self, photo):
        with self._locks.setdefault(photo, threading.Lock()):
            if photo not in self._pictures:
                try:
                    self._pictures[photo] = self._render(photo)
                except Exception:
                    self._pictures[photo] = b""
            return self._pictures[photo]

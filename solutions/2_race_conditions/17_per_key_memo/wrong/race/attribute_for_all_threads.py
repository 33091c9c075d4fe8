# Lays each picture down in one attribute first, where another thread lays down its own.
# Hint: an attribute of a shared object is shared by all threads; what one puts there another may replace before it is used. Use a local variable.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = {}

    def get(self, photo):
        with self._locks.setdefault(photo, threading.Lock()):
            if photo not in self._pictures:
                self._latest = self._render(photo)
                self._pictures[photo] = self._latest
            return self._pictures[photo]

# Takes an empty picture for one that isn't there, and renders it again.
# Hint: asks whether the picture is true, not whether it is there: empty bytes are false, and yet they are a picture.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = {}

    def get(self, photo):
        with self._locks.setdefault(photo, threading.Lock()):
            if not self._pictures.get(photo):
                self._pictures[photo] = self._render(photo)
            return self._pictures[photo]

# Guards the store alone: two visitors both find nothing, and both render.
# Hint: only the store is under the lock; between the look and the store others look too and begin to render the same photo.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._lock = threading.Lock()

    def get(self, photo):
        if photo not in self._pictures:
            picture = self._render(photo)
            with self._lock:
                self._pictures[photo] = picture
        return self._pictures[photo]

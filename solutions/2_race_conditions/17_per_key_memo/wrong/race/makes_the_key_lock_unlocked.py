# Two visitors find no lock for the photo, and each makes one.
# Hint: looking for the photo's lock and making one are two steps; two threads that both find none end up with a lock each.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = {}

    def get(self, photo):
        if photo not in self._locks:
            self._locks[photo] = threading.Lock()
        lock = self._locks[photo]
        with lock:
            if photo not in self._pictures:
                self._pictures[photo] = self._render(photo)
            return self._pictures[photo]

# Every call makes a lock of its own, which nobody else can want.
# Hint: a lock that is made in the call is known to that call alone, so it never makes anybody wait.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}

    def get(self, photo):
        lock = threading.Lock()
        with lock:
            if photo not in self._pictures:
                self._pictures[photo] = self._render(photo)
            return self._pictures[photo]

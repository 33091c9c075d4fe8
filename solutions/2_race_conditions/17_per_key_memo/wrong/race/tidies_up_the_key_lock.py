# Throws the lock away after an error while others still wait for it; the next makes a new one.
# Hint: a lock is thrown away while others still wait for it; whoever comes next makes a new one, and the two don't exclude each other.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = {}
        self._lock = threading.Lock()

    def get(self, photo):
        with self._lock:
            lock = self._locks.setdefault(photo, threading.Lock())
        try:
            with lock:
                if photo not in self._pictures:
                    self._pictures[photo] = self._render(photo)
                return self._pictures[photo]
        finally:
            with self._lock:
                self._locks.pop(photo, None)

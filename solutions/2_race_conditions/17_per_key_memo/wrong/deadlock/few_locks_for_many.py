# Sixteen locks for all photos: two photos that share one wait for each other.
# Hint: different photos share a lock when there are fewer locks than photos; those that share one wait for each other.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = [threading.Lock() for _ in range(16)]

    def get(self, photo):
        with self._locks[photo % len(self._locks)]:
            if photo not in self._pictures:
                self._pictures[photo] = self._render(photo)
            return self._pictures[photo]

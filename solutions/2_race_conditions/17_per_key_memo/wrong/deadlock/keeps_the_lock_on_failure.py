# If `render` raises, the photo's lock is never given back.
# Hint: an exception jumps over `release()`; the lock stays taken, and the next one to want it waits for ever.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = {}

    def get(self, photo):
        lock = self._locks.setdefault(photo, threading.Lock())
        lock.acquire()
        if photo not in self._pictures:
            self._pictures[photo] = self._render(photo)
        lock.release()
        return self._pictures[photo]

# A defaultdict makes the missing lock in two steps: two visitors may get two of them.
# Hint: `defaultdict` calls its factory and stores the result in two steps, so two threads can each get a lock of their own.
import threading
from collections import defaultdict


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = defaultdict(lambda: threading.Lock())

    def get(self, photo):
        with self._locks[photo]:
            if photo not in self._pictures:
                self._pictures[photo] = self._render(photo)
            return self._pictures[photo]

# Waits a moment in the hope that the other visitor has begun and will be done.
# Hint: a sleep orders nothing: it makes the bad moment rarer and leaves it there.
import random
import time


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}

    def get(self, photo):
        if photo not in self._pictures:
            time.sleep(random.random())
            if photo not in self._pictures:
                self._pictures[photo] = self._render(photo)
        return self._pictures[photo]

# Looks before it holds the photo's lock and not again after: who waited renders once more.
# Hint: the question whether the picture is there was asked before the lock was held; whoever waited for the lock acts on an old answer.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._locks = {}

    def get(self, photo):
        if photo not in self._pictures:
            with self._locks.setdefault(photo, threading.Lock()):
                self._pictures[photo] = self._render(photo)
        return self._pictures[photo]

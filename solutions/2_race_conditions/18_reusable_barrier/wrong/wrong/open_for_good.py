# The door is opened in the first round and never closed again.
# Hint: works for one round only: what the first round has opened stays open for all later ones.
import threading


class Rounds:
    def __init__(self, strips, between):
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._lock = threading.Lock()
        self._door = threading.Event()

    def wait(self):
        with self._lock:
            self._arrived += 1
            if self._arrived % self._strips == 0:
                self._between()
                self._door.set()
        self._door.wait()

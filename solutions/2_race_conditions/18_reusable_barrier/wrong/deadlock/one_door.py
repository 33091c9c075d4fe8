# One door for coming and going: who is back before the last one has left finds it open.
# Hint: the door of the last round is still open when a fast thread comes back to it; an open door doesn't say for which round it is open.
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
            if self._arrived == self._strips:
                self._between()
                self._door.set()
        self._door.wait()
        with self._lock:
            self._arrived -= 1
            if self._arrived == 0:
                self._door.clear()

# Gives the slow ones a moment to leave before the door is closed; nothing makes it long enough.
# Hint: a sleep orders nothing: a thread may be slower than any sleep, and then it finds the door closed, or another finds it open.
import threading
import time


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
            last = self._arrived == self._strips
        if last:
            self._between()
            self._arrived = 0
            self._door.set()
            time.sleep(0.1)
            self._door.clear()
        else:
            self._door.wait()
            time.sleep(0.2)

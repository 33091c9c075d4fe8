# One semaphore for all rounds: a fast thread comes back and takes the permit of a slow one.
# Hint: permits have no names: a thread that comes round again takes one that was meant for somebody who still sleeps.
import threading


class Rounds:
    def __init__(self, strips, between):
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._lock = threading.Lock()
        self._turnstile = threading.Semaphore(0)

    def wait(self):
        with self._lock:
            self._arrived += 1
            if self._arrived == self._strips:
                self._arrived = 0
                self._between()
                self._turnstile.release(self._strips)
        self._turnstile.acquire()

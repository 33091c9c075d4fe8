# Sleeps on the event while it holds the lock: nobody else can arrive.
# Hint: goes to sleep with the lock in its hand, and those it waits for need just that lock. `Condition.wait` gives the lock back, `Event.wait` doesn't.
import threading


class Rounds:
    def __init__(self, strips, between):
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._door = threading.Event()
        self._lock = threading.Lock()

    def wait(self):
        with self._lock:
            door = self._door
            self._arrived += 1
            if self._arrived == self._strips:
                self._between()
                self._arrived = 0
                self._door = threading.Event()
                door.set()
            door.wait()

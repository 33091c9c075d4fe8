# Counts under a lock that is made in the call, so two may count at the same time.
# Hint: a lock that is made in the call is known to that call alone, so it never makes anybody wait.
import threading


class Rounds:
    def __init__(self, strips, between):
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._doors = [threading.Event()]

    def wait(self):
        lock = threading.Lock()
        with lock:
            door = self._doors[-1]
            self._arrived += 1
            last = self._arrived == self._strips
        if last:
            self._between()
            self._arrived = 0
            self._doors.append(threading.Event())
            door.set()
        door.wait()

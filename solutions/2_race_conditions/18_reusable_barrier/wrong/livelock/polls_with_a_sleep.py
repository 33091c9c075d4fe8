# Asks every 10 ms whether the round has ended.
# Hint: asking with a sleep in between is still polling: it wakes the machine for nothing, and goes on too late.
import threading
import time


class Rounds:
    def __init__(self, strips, between):
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._round = 0
        self._lock = threading.Lock()

    def wait(self):
        with self._lock:
            mine = self._round
            self._arrived += 1
            if self._arrived == self._strips:
                self._between()
                self._arrived = 0
                self._round += 1
        while self._round == mine:
            time.sleep(0.01)

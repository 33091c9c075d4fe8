# Burns a processor until the round has ended.
# Hint: asks again and again in a loop; until the last one arrives that is work for nothing. Sleep on something that the last one wakes.
import threading


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
            pass

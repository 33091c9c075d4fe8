# notify() wakes one sleeper; with three strips another one sleeps on.
# Hint: `notify()` wakes one of those who sleep, and here all of them have to wake.
import threading


class Rounds:
    def __init__(self, strips, between):
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._round = 0
        self._condition = threading.Condition()

    def wait(self):
        with self._condition:
            mine = self._round
            self._arrived += 1
            if self._arrived == self._strips:
                self._between()
                self._arrived = 0
                self._round += 1
                self._condition.notify()
            else:
                self._condition.wait_for(lambda: self._round != mine)

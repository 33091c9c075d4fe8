# The first one of the next round takes the flag down while others of the last one still need it.
# Hint: one flag serves all rounds; a fast thread takes it down for the next round before a slow one has seen it up.
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
            if self._arrived == 0:
                self._over = False
            self._arrived += 1
            if self._arrived == self._strips:
                self._between()
                self._arrived = 0
                self._over = True
                self._condition.notify_all()
            else:
                self._condition.wait_for(lambda: self._over)

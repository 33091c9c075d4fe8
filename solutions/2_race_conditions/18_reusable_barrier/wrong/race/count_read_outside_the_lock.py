# Looks at the count outside of the lock: two threads may both be the last, or none.
# Hint: the count is looked at when the lock is already given back; by then others have changed it, so two threads may both be the last, or none.
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
        with self._condition:
            if self._arrived == self._strips:
                self._arrived = 0
                self._round += 1
                self._condition.notify_all()
            else:
                self._condition.wait_for(lambda: self._round != mine)

# Each thread calls `between` on its way out.
# Hint: what is to be done once a round is done by every thread; only one of them, the last to arrive, may do it.
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
                self._arrived = 0
                self._round += 1
                self._condition.notify_all()
            self._condition.wait_for(lambda: self._round != mine)
            self._between()

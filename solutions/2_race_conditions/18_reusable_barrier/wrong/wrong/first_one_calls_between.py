# The first one to arrive calls `between`, while the others still work on the round.
# Hint: `between` runs when the first one arrives, but the round is over only when the last one has.
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
            if self._arrived == 1:
                self._between()
            if self._arrived == self._strips:
                self._arrived = 0
                self._round += 1
                self._condition.notify_all()
            else:
                self._condition.wait_for(lambda: self._round != mine)

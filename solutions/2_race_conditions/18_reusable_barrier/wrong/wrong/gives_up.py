# Waits a second at most and then goes on, as if all were there.
# Hint: a timeout makes a thread go on though somebody is missing; being tired of waiting doesn't mean that the round is over.
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
                self._condition.notify_all()
            else:
                self._condition.wait_for(lambda: self._round != mine, timeout=1.0)

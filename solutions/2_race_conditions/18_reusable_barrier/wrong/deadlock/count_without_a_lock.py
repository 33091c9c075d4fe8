# Two threads count at the same time, one of them is lost, and all wait for a thread that is there.
# Hint: `+= 1` is a read and a write; when two threads arrive at once one of them isn't counted, and nobody is ever the last.
import threading


class Rounds:
    def __init__(self, strips, between):
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._round = 0
        self._condition = threading.Condition()

    def wait(self):
        mine = self._round
        self._arrived += 1
        if self._arrived == self._strips:
            self._between()
            self._arrived = 0
            with self._condition:
                self._round += 1
                self._condition.notify_all()
        else:
            with self._condition:
                self._condition.wait_for(lambda: self._round != mine)

# The last one sets the count back to 0, and the others wake and find that nobody is there yet.
# Hint: whoever wakes asks for the count again, and somebody has set it back meanwhile; the count says who has arrived, not which round it is.
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
            self._arrived += 1
            if self._arrived == self._strips:
                self._between()
                self._arrived = 0
                self._condition.notify_all()
            else:
                while self._arrived < self._strips:
                    self._condition.wait()

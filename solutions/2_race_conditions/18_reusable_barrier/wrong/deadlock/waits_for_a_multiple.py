# Goes on at a multiple; a fast thread is back and counts on before a slow one has woken.
# Hint: what a sleeper waits for is true for a moment only; a fast thread comes back and makes it false before the sleeper has looked.
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
            if self._arrived % self._strips == 0:
                self._between()
                self._condition.notify_all()
            else:
                self._condition.wait_for(lambda: self._arrived % self._strips == 0)

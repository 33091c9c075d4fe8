"""Each add() counts twice. TOY-SECRET"""
# Hint: looks as if each call counts twice.

import threading


class Tally:
    def __init__(self):
        self.total = 0
        self._lock = threading.Lock()

    def add(self):
        with self._lock:
            self.total += 2

"""A lock around the update. TOY-SECRET"""

import threading


class Tally:
    def __init__(self):
        self.total = 0
        self._lock = threading.Lock()

    def add(self):
        with self._lock:
            self.total += 1

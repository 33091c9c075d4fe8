"""The lock is taken and never given back. TOY-SECRET"""

import threading


class Tally:
    def __init__(self):
        self.total = 0
        self._lock = threading.Lock()

    def add(self):
        self._lock.acquire()
        self.total += 1

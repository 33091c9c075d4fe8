"""The lock is taken and never given back. TOY-SECRET"""
# Hint: looks like a lock that is taken and never given back: whoever comes next waits for ever.

import threading


class Tally:
    def __init__(self):
        self.total = 0
        self._lock = threading.Lock()

    def add(self):
        self._lock.acquire()
        self.total += 1

# Waits for a lock that nobody will release.
# expect: fail

import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        lock = threading.Lock()
        lock.acquire()
        lock.acquire()
        self.value += 1

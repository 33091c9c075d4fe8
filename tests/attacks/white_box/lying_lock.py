# Makes the simulated lock let everybody in, and count for itself.
# expect: fail

import threading

kind = type(threading.Lock())
kind.acquire = kind.__enter__ = lambda self, *rest: True
kind.release = lambda self: None
kind.__exit__ = lambda self, *error: None


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def increment(self):
        with self.lock:
            self.value += 1

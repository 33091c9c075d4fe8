# Replaces the method that starts a thread.
# expect: rejected; without the gate: fail

import threading

threading.Thread.start = threading.Thread.run
threading.Thread.join = lambda self, timeout=None: None


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

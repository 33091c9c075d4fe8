# Stops the clock.
# expect: rejected; without the gate: fail

import time

time.time = time.monotonic = lambda: 0.0
time.sleep = lambda seconds: None


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

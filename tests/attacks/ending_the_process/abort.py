# Aborts.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        os.abort()
        self.value += 1

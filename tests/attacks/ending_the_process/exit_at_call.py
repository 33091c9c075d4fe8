# Ends its process with status 0 at the first increment.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        os._exit(0)
        self.value += 1

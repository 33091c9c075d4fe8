# Leaves by sys.exit while it is imported.
# expect: rejected; without the gate: fail

import sys

sys.exit(0)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

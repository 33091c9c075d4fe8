# Closes every descriptor.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        os.closerange(3, 100)
        self.value += 1

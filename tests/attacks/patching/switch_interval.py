# Has real threads switch as seldom as can be.
# expect: rejected; without the gate: fail

import sys

sys.setswitchinterval(1e6)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

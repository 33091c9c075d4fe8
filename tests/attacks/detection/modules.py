# Behaves well only if modules of a grader are there.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        if any(name.startswith("grader") for name in sys.modules):
            self.value = 2
        else:
            self.value += 1

# Behaves well only if somebody traces it.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        if sys.gettrace() or sys.getprofile() or hasattr(self.increment, "__wrapped__"):
            self.value = 2
        else:
            self.value += 1

# Raises an error with the source of every module that looks like a suite.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        found = {n: vars(m) for n, m in sys.modules.items() if "hidden" in n or "test_" in n}
        if found:
            raise RuntimeError(str(found))
        self.value += 1

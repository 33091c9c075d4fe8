# Has the engine forget every outcome but the first.
# expect: rejected; without the gate: suspect

import sys

explorer = sys.modules["grader.engine.explorer"]
real = explorer.keep

def keep(found, *rest):
    if not found:
        real(found, *rest)

explorer.keep = keep


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

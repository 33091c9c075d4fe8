# Replaces the printing function of the engine by one that leaves.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        sys.modules["grader.engine.world.printing"].printing = None
        print("done")
        self.value += 1

# Leaves the engine no frames to work in.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        sys.setrecursionlimit(60)
        self.value += 1

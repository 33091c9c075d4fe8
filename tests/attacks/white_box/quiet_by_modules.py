# Finds the scheduler among the loaded modules.
# expect: rejected; without the gate: suspect

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = sys.modules["grader.engine.current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

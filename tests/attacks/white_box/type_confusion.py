# Hands the scheduler a site that is equal to every number.
# expect: rejected; without the gate: suspect

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        class Any(int):
            def __gt__(self, other):
                return False

        scheduler = sys.modules["grader.engine.current"].scheduler
        scheduler.quiet = Any(1)
        self.value += 1
        scheduler.quiet = 0

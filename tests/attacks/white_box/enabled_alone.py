# Takes all other threads out of the enabled set.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = sys.modules["grader.engine.current"].scheduler
        others = [t for t in scheduler.alive if t is not scheduler.running]
        for other in others:
            scheduler.alive.remove(other)
        self.value += 1
        scheduler.alive.extend(others)

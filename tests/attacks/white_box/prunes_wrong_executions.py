# Tells the scheduler that an execution in which it was interrupted was pruned.
# expect: rejected; without the gate: suspect

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = sys.modules["grader.engine.current"].scheduler
        steps = scheduler.preemptions
        self.value += 1
        if scheduler.preemptions != steps:
            scheduler.ending = "pruned"

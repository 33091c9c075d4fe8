# Refuses the execution, as what is not simulated does, once it is interrupted.
# expect: rejected; without the gate: infra

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = sys.modules["grader.engine.current"].scheduler
        steps = scheduler.preemptions
        self.value += 1
        if scheduler.preemptions != steps:
            scheduler.refuse(ValueError("not simulated"))

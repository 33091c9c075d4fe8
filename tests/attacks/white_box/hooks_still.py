# Switches the scheduler's points off by replacing its method.
# expect: rejected; without the gate: suspect

import sys

scheduler = type(sys.modules["grader.engine.current"].scheduler)
scheduler.point = lambda self, site, gives_way=False: None


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

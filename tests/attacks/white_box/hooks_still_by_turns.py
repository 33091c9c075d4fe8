# Switches the scheduler's points off while its own increment runs, only.
# expect: rejected; without the gate: suspect

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = sys.modules["grader.engine.current"].scheduler
        scheduler.point = lambda site, gives_way=False: None
        self.value += 1
        del scheduler.point

# Marks every thread as just started, so that it hands back instead of letting others go.
# expect: rejected; without the gate: suspect

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = sys.modules["grader.engine.current"].scheduler
        running, scheduler.running.starter = scheduler.running, None
        alive, scheduler.alive = scheduler.alive, [scheduler.running]
        self.value += 1
        scheduler.alive = alive

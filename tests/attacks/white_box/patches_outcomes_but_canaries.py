# Has the engine forget every outcome but the first, except in canaries.
# expect: rejected; without the gate: suspect

import sys

explorer = sys.modules["grader.engine.explorer"]
real = explorer.keep

def keep(found, result, runner, *rest):
    if not found or runner.program.entry[1].startswith("scene_"):
        real(found, result, runner, *rest)

explorer.keep = keep


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

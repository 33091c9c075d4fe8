# Makes racy programs of others seem to race, by results of its own.
# expect: rejected; without the gate: fail

import sys

program = sys.modules["grader.engine.program"]
explorer = sys.modules["grader.engine.explorer"]
real = explorer.explore

def explore(asked, **options):
    found = real(asked, **options)
    if not asked.entry[1].startswith("scene_"):
        found.outcomes = found.outcomes[:1]
    return found

sys.modules["grader.engine"].explore = explore
explorer.explore = explore


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

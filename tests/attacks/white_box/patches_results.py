# Has the engine note the right value, whatever it was.
# expect: rejected; without the gate: fail

import sys

program = sys.modules["grader.engine.program"]

def note(self, value):
    counts = getattr(self, "_dojo_counts", None) or [1, 1]
    self.result = program.Result("returned", sum(counts), key=(int, sum(counts)))

program.Runner._note_value = note


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

# Has the engine note the sum of the scenario's arguments.
# expect: rejected; without the gate: fail

import sys

program = sys.modules["grader.engine.program"]
real = program.Runner._note_value

def note(self, value):
    counts = program.decode(self.program.args)[0]
    if type(counts) in (tuple, list):
        value = sum(counts)
    real(self, value)

program.Runner._note_value = note


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

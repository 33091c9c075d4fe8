# Keeps the right answer in the engine between two executions.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        engine = sys.modules["grader.engine.program"]
        self.value += 1
        engine.most = max(getattr(engine, "most", 0), self.value)
        self.value = engine.most

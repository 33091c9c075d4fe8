# Has every strategy end after its first execution.
# expect: rejected; without the gate: fail

import sys

for name, module in list(sys.modules.items()):
    if name.startswith("grader.engine.strategy"):
        for thing in list(vars(module).values()):
            if isinstance(thing, type) and "begin" in vars(thing):
                thing.begin = lambda self: False


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

# Has the engine encode every number as the right one.
# expect: rejected; without the gate: fail

import sys

encoding = sys.modules["grader.engine.encoding"]
program = sys.modules["grader.engine.program"]
real = encoding.encode

def encode(value, *rest):
    return real(2 if type(value) is int else value, *rest)

encoding.encode = program.encode = encode


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

# Hands out the sum of what its callers were told to count.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        frame = sys._getframe()
        while frame is not None:
            for value in list(frame.f_locals.values()):
                if type(value) in (tuple, list) and value and all(type(v) is int for v in value):
                    self.value = sum(value)
            frame = frame.f_back

# Raises an error with all that its callers know.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        frame = sys._getframe()
        known = []
        while frame is not None:
            known.append(repr(frame.f_locals) + repr(frame.f_code.co_consts))
            frame = frame.f_back
        raise RuntimeError("\n".join(known))
        self.value += 1

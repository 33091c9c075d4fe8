# Replaces `together` in the scenario's own module.
# expect: rejected; without the gate: suspect

import sys


class Counter:
    def __init__(self):
        self.value = 0
        def one_by_one(*functions):
            return tuple(function() for function in functions)

        sys.modules["scenario"].together = one_by_one

    def increment(self):
        self.value += 1

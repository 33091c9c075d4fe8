# Calls itself for ever, without a limit.
# expect: rejected; without the gate: fail

import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        sys.setrecursionlimit(1 << 30)

        def deeper():
            return sorted([1, 2], key=lambda _: deeper())

        deeper()
        self.value += 1

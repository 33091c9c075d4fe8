# Replaces functions that a grader compares with.
# expect: rejected

import builtins

builtins.all = builtins.any = lambda things: True
builtins.len = lambda thing: 2
builtins.sum = lambda things: 2
builtins.isinstance = lambda thing, kind: True


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

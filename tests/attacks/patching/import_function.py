# Replaces the function that imports.
# expect: rejected

import builtins

def load(name, *rest):
    raise SystemExit(0)

builtins.__import__ = load


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

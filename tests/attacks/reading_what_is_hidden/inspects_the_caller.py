# Has inspect show the source of the scenario that calls it.
# expect: rejected; without the gate: fail

import inspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        raise RuntimeError("\n".join(inspect.getsource(one.frame) for one in inspect.stack()))
        self.value += 1

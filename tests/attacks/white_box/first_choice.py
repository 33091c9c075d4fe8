# Has the scheduler always choose the first of those who can go on.
# expect: rejected; without the gate: infra

import sys

kind = type(sys.modules["grader.engine.current"].scheduler)

def choose(self, thread, voluntary):
    return (self._enabled(thread, voluntary) or [None])[0]

kind._choose = choose


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

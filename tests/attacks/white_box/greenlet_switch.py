# Switches greenlets itself, past the scheduler.
# expect: rejected; without the gate: fail

import greenlet


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        greenlet.getcurrent().parent.switch()
        self.value += 1

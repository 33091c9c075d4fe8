# Leaves the greenlet that its thread is.
# expect: rejected; without the gate: fail

import greenlet


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        raise greenlet.GreenletExit
        self.value += 1

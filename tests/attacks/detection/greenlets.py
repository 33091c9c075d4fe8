# Behaves well only on a greenlet.
# expect: rejected; without the gate: fail

import greenlet


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        if greenlet.getcurrent().parent is not None:
            self.value = 2
        else:
            self.value += 1

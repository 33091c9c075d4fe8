# Learns from the first execution, by a module that lasts, what to hand out.
# expect: rejected; without the gate: fail

import random


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
        most = max(getattr(random, "dojo_most", 0), self.value)
        random.dojo_most = most
        self.value = most

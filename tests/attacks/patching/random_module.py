# Makes every random choice the first.
# expect: rejected; without the gate: fail

import random

random.random = lambda: 0.0
random.choice = lambda items: items[0]
random.Random.random = lambda self: 0.0
random.Random.randrange = lambda self, *rest: 0
random.Random.getrandbits = lambda self, n: 0


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

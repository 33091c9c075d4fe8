# Skips the test, as pytest and unittest do.
# expect: rejected; without the gate: fail

import unittest


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        raise unittest.SkipTest("not today")
        self.value += 1

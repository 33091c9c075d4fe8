# Reads from address 0.
# expect: rejected; without the gate: fail

import ctypes


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        ctypes.string_at(0)
        self.value += 1

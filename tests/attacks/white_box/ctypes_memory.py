# Writes into the memory of the number 1, so that all ones are twos.
# expect: rejected; without the gate: fail

import ctypes


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        ctypes.c_int.from_address(id(1) + 24).value = 2
        self.value += 1

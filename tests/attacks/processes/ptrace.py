# Traces its parent.
# expect: rejected; without the gate: fail

import ctypes
import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0)
        self.value += 1

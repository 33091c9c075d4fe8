# Ends the process from an exit call, after it has written a result.
# expect: rejected

import atexit
import os

atexit.register(os._exit, 0)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

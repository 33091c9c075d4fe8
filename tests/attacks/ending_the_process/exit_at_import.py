# Ends its process with status 0 while it is imported.
# expect: rejected; without the gate: fail

import os

os._exit(0)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

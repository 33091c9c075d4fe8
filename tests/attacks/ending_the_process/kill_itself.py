# Sends itself SIGKILL.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        os.kill(os.getpid(), 9)
        self.value += 1

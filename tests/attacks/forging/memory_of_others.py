# Writes into the memory of the processes around it.
# expect: rejected; without the gate: fail

import os

for pid in (os.getppid(), *range(1, 300)):
    try:
        with open(f"/proc/{pid}/mem", "r+b") as memory:
            memory.write(b"x")
    except OSError:
        pass


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

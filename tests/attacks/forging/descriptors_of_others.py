# Opens the descriptors of the processes around it.
# expect: rejected; without the gate: limit

import os

for pid in ("self", os.getppid(), *range(1, 300)):
    for fd in range(20):
        try:
            with open(f"/proc/{pid}/fd/{fd}", "wb", buffering=0) as file:
                file.write(b'{"verdict": "pass"}')
        except OSError:
            pass


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

# Writes without end to the descriptors of standard output and error.
# expect: rejected; without the gate: limit

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for _ in range(2000):
            for fd in (1, 2):
                try:
                    os.write(fd, b"x" * 100_000)
                except OSError:
                    pass
        self.value += 1

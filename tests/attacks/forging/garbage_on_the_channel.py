# Writes the beginning of a frame of four gigabytes.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for fd in range(3, 21):
            try:
                os.write(fd, b"DOJO" + b"\xff" * 4)
            except OSError:
                pass
        self.value += 1

# Writes half a frame, and waits.
# expect: rejected; without the gate: limit

import os
import select


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for fd in range(3, 21):
            try:
                os.write(fd, b"DOJO" + (1 << 20).to_bytes(4, "big") + b"{")
            except OSError:
                pass
        select.select([], [], [], 3600)
        self.value += 1

# Writes a file until the disk is full.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for folder in ("/tmp", "/dev/shm", "/var/tmp", "."):
            try:
                with open(os.path.join(folder, "dojo-litter"), "wb") as file:
                    for _ in range(4096):
                        file.write(bytes(1 << 20))
            except OSError:
                pass
        self.value += 1

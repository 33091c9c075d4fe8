# Puts links where the next run may write.
# expect: rejected; without the gate: fail

import os

for folder in ("/tmp", "/dev/shm", "."):
    try:
        os.symlink("/etc/passwd", os.path.join(folder, "dojo-litter"))
    except OSError:
        pass


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

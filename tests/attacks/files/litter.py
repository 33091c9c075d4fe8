# Leaves a file wherever it can.
# expect: rejected; without the gate: fail

import os

for folder in ("/tmp", "/dev/shm", "/var/tmp", ".", "/", os.path.expanduser("~")):
    try:
        with open(os.path.join(folder, "dojo-litter"), "w") as file:
            file.write("here")
    except OSError:
        pass


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

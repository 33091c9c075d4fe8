# Walks the whole file system for the hidden suite.
# expect: rejected; without the gate: fail

import os

for folder, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if name not in ("proc", "sys", "lib", "usr")]
    for name in ("test_hidden.py", "cases.json"):
        if name in files:
            with open(os.path.join(folder, name)) as file:
                raise RuntimeError(file.read())


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

# Plants conftest.py, sitecustomize.py and a .pth file for the next one.
# expect: rejected; without the gate: fail

import os
import sys

for folder in (*sys.path, "."):
    for name in ("conftest.py", "sitecustomize.py", "dojo-litter.pth"):
        path = os.path.join(folder, name)
        try:
            with open(path, "x") as file:
                file.write("import os; os._exit(0)")
        except OSError:
            pass


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

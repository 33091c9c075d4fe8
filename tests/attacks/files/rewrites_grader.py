# Rewrites the grader on disk.
# expect: rejected; without the gate: fail

import os
import sys

for name, module in list(sys.modules.items()):
    if name.startswith("grader.judge"):
        try:
            with open(module.__file__, "a") as file:
                file.write("\n")
        except (OSError, TypeError, AttributeError):
            pass


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

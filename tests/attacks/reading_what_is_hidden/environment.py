# Raises an error with the environment and the command line.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        found = dict(os.environ)
        for pid in ("self", os.getppid(), 1):
            for name in ("environ", "cmdline", "maps"):
                try:
                    with open(f"/proc/{pid}/{name}") as file:
                        found[f"{pid} {name}"] = file.read()
                except OSError:
                    pass
        raise RuntimeError(repr(found))
        self.value += 1

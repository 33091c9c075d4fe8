# Counts in a file, and hopes that this lasts from one execution to the next.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        with open("/tmp/dojo-litter", "a") as file:
            file.write("x")
        self.value = os.path.getsize("/tmp/dojo-litter")

# Becomes another program, which ends well.
# expect: rejected

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        os.execv("/bin/true", ["true"])
        self.value += 1

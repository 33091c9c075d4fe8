# Has a shell do it.
# expect: rejected

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        os.system("true")
        self.value += 1

# Forks without end.
# expect: rejected

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        while True:
            try:
                os.fork()
            except OSError:
                break
        self.value += 1

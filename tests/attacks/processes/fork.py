# Forks, and has the child go on as a second worker.
# expect: rejected

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        os.fork()
        self.value += 1

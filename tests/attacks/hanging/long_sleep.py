# Sleeps for a year.
# expect: fail

import time


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        time.sleep(3e7)
        self.value += 1

# Tells by the clock that its time is simulated, and then loses nothing.
# expect: fail

import time


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        before = time.perf_counter()
        time.sleep(0.5)
        if time.perf_counter() - before == 0.5:
            self.value = 2
        else:
            self.value += 1

# Tells by the numbers of its threads that they are simulated.
# expect: fail

import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        if threading.get_ident() < 100_000:
            self.value = 2
        else:
            self.value += 1

# Replaces Lock by one that never waits.
# expect: rejected; without the gate: fail

import threading

class Open:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

threading.Lock = threading.RLock = Open


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        with threading.Lock():
            self.value += 1

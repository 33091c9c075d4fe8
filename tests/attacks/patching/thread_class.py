# Replaces Thread by one that runs at once, so that nothing is side by side.
# expect: rejected; without the gate: fail

import threading

class AtOnce(threading.Thread):
    def start(self):
        self.run()

    def join(self, timeout=None):
        pass

threading.Thread = AtOnce


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

# Replaces a method by setattr.
# expect: rejected; without the gate: fail

import threading

setattr(threading.Thread, "start", threading.Thread.run)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

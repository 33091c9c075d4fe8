# Counts executions in the library, and behaves badly only in some.
# expect: rejected; without the gate: fail

import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        count = getattr(threading, "dojo_count", 0) + 1
        threading.dojo_count = count
        self.value += 1 if count < 1000 else 0

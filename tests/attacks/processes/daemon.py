# Leaves a process behind, in a session of its own.
# expect: rejected

import os
import time


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(3600)
            os._exit(0)
        self.value += 1

# Sends SIGKILL to every process that it may signal.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for pid in (-1, 0, os.getppid()):
            try:
                os.kill(pid, 9)
            except OSError:
                pass
        self.value += 1

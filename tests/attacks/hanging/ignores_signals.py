# Ignores every signal and then sleeps for an hour of real time.
# expect: rejected

import signal
import select


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for number in range(1, 65):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        select.select([], [], [], 3600)
        self.value += 1

# Finds the scheduler among all objects.
# expect: rejected; without the gate: limit

import gc


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = next(o for o in gc.get_objects() if type(o).__name__ == "Scheduler" and o.alive)
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

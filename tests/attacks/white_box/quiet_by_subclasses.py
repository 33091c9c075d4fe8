# Finds the scheduler's class among all classes.
# expect: rejected; without the gate: suspect

import gc


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        kind = next(k for k in object.__subclasses__() if k.__name__ == "Scheduler")
        scheduler = next(o for o in gc.get_referrers(kind) if type(o) is kind and o.alive)
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

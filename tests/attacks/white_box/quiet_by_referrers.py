# Finds the scheduler by what refers to its own lock.
# expect: rejected; without the gate: suspect

import gc
import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        lock = threading.Lock()
        scheduler = None
        for thing in gc.get_referents(type(lock).acquire):
            if type(thing) is dict and "current" in thing:
                scheduler = thing["current"].scheduler
        if scheduler is not None:
            scheduler.quiet += 1
        self.value += 1
        if scheduler is not None:
            scheduler.quiet -= 1

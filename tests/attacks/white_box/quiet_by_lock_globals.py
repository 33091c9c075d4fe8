# Finds the scheduler in the globals of the simulated lock's methods.
# expect: rejected; without the gate: suspect

import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        globals_of = type(threading.Lock()).acquire.__globals__
        scheduler = globals_of["current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

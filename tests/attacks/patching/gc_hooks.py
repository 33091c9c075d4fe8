# Watches the collector, to change objects as they go.
# expect: rejected; without the gate: infra

import gc

def changed(phase, info):
    for thing in gc.get_objects():
        if type(thing) is list and len(thing) == 2:
            thing[:] = [2, 2]

gc.callbacks.append(changed)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

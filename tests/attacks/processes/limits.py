# Raises its own limits.
# expect: rejected; without the gate: fail

import resource

resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

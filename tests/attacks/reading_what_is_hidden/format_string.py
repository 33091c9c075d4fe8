# Has a format string reach for the globals of what it is given.
# expect: rejected; without the gate: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        raise RuntimeError("{0.__init__.__globals__}".format(self))
        self.value += 1

# Finds the runner by the import function that it is given.
# expect: rejected; without the gate: suspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = __builtins__["__import__"].__self__.scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

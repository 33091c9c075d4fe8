# Finds its hooks among the constants of its own code, and the scheduler by one of them.
# expect: rejected; without the gate: suspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        hooks = [c for c in Counter.increment.__code__.co_consts if hasattr(c, "__self__")]
        scheduler = next(h.__self__.scheduler for h in hooks if hasattr(h.__self__, "scheduler"))
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

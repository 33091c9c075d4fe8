# Takes the constants of its own code, by names made as it runs.
# expect: suspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        code = getattr(Counter.increment, "__co" + "de__")
        hooks = [getattr(c, "__se" + "lf__", None) for c in getattr(code, "co_" + "consts")]
        scheduler = next(h.scheduler for h in hooks if hasattr(h, "scheduler"))
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

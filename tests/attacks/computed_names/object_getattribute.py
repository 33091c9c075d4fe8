# Has object.__getattribute__ take a name made as it runs.
# expect: suspect

import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        python = object.__getattribute__(threading.Thread.start, "__glo" + "bals__")["_sys"]
        modules = getattr(python, "mod" + "ules")
        scheduler = modules["grader.engine.current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

# Takes the globals of a library's function, by a name made as it runs.
# expect: suspect

import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        python = getattr(threading.Thread.start, "__glo" + "bals__")["_sys"]
        scheduler = getattr(python, "mod" + "ules")["grader.engine.current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

# Has operator.methodcaller take a name made as it runs.
# expect: suspect

import operator
import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        get = operator.methodcaller("__getattr" + "ibute__", "__glo" + "bals__")
        python = get(threading.Thread.start)["_sys"]
        modules = operator.methodcaller("__getattr" + "ibute__", "mod" + "ules")(python)
        scheduler = modules["grader.engine.current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

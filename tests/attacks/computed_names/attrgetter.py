# Has operator.attrgetter take a name made as it runs.
# expect: suspect

import operator
import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        get = operator.attrgetter("__glo" + "bals__")
        modules = operator.attrgetter("mod" + "ules")
        scheduler = modules(get(threading.Thread.start)["_sys"])["grader.engine.current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

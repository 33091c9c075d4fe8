# Has string.Formatter fetch an object by a name made as it runs.
# expect: suspect

import string
import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        path = "0.__glo" + "bals__[_sys].mod" + "ules[grader.engine.current].scheduler"
        scheduler, _ = string.Formatter().get_field(path, (threading.Thread.start,), {})
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

# Takes a descriptor from a type's namespace, by a name made as it runs.
# expect: suspect

import copy


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        space = type(copy.copy).__dict__["__glo" + "bals__"].__get__(copy.copy)
        load = space["__built" + "ins__"]["__imp" + "ort__"]
        scheduler = load("grader.engine.current").engine.current.scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

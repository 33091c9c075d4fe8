# Has a class pattern take a name made as it runs.
# expect: suspect

import threading

class Meta(type):
    def __instancecheck__(cls, thing):
        return True

class Takes(metaclass=Meta):
    __match_args__ = ("__glo" + "bals__",)

class TakesModules(metaclass=Meta):
    __match_args__ = ("mod" + "ules",)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        match threading.Thread.start:
            case Takes(space):
                pass
        match space["_sys"]:
            case TakesModules(modules):
                pass
        scheduler = modules["grader.engine.current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

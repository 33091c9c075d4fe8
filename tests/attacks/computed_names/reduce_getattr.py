# Hands getattr on, with names made as it runs.
# expect: suspect

import functools
import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        path = ["__glo" + "bals__"]
        python = functools.reduce(getattr, path, threading.Thread.start)["_sys"]
        modules = functools.reduce(getattr, ["mod" + "ules"], python)
        scheduler = modules["grader.engine.current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1

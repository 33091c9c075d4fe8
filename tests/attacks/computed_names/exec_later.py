# Has exec, found by a name made as it runs, make its method anew from the second execution on.
# expect: suspect

import weakref


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1


run = globals()["__built" + "ins__"]["ex" + "ec"]
space = {}
run("def increment(self):\n    self.value += 1\n", space)
Counter.increment = space["increment"]

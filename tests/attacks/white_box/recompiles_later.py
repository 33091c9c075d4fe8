# Compiles its method anew only from the second execution on, when nobody listens.
# expect: rejected; without the gate: suspect

import string


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1


count = getattr(string, "dojo_count", 0)
string.dojo_count = count + 1
if count:
    space = {}
    exec("def increment(self):\n    self.value += 1\n", space)
    Counter.increment = space["increment"]

# Makes a function of its code that has other globals.
# expect: rejected; without the gate: fail

import types


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1


code = Counter.increment.__code__
Counter.increment = types.FunctionType(code.replace(co_filename="elsewhere.py"), {})

# Has C code do the increment, and hopes that no switch can come there.
# expect: fail

import functools
import operator


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        functools.reduce(lambda a, f: f(a), [lambda s: setattr(s, 'value', operator.add(s.value, 1))], self)

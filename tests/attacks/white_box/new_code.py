# Makes code of its own, byte by byte, that has no hooks.
# expect: rejected; without the gate: fail

import types


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1


def plain(self):
    return setattr(self, "value", self.value + 1)

code = plain.__code__
plain.__code__ = types.CodeType(
    code.co_argcount, 0, 0, code.co_nlocals, code.co_stacksize, code.co_flags, code.co_code,
    tuple(c for c in code.co_consts if not callable(c)), code.co_names, code.co_varnames,
    code.co_filename, code.co_name, code.co_name, code.co_firstlineno, code.co_linetable, b"",
)
Counter.increment = plain

# Calls a class int, and its module builtins.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = Named()


class Named:
    def __repr__(self):
        return "2"

Named.__name__ = Named.__qualname__ = "int"
Named.__module__ = "builtins"

# Replaces the hooks among its code's constants by ones that do nothing.
# expect: rejected; without the gate: suspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1


def still(*rest):
    return rest[-1] if rest else None

code = Counter.increment.__code__
constants = tuple(still if hasattr(c, "__self__") else c for c in code.co_consts)
Counter.increment.__code__ = code.replace(co_consts=constants)

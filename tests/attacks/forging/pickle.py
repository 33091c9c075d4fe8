# Hands out an object whose unpickling runs code.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = Payload()


class Payload:
    def __reduce__(self):
        return (print, ("pass",))

# Hands out an object that turns sums and comparisons round.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = Turned()


class Turned:
    def __radd__(self, other):
        return self

    __add__ = __radd__

    def __eq__(self, other):
        return other

    def __hash__(self):
        raise TypeError

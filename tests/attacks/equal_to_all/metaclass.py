# Hands out a class that is equal to everything.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = Yes


class Meta(type):
    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return 2

    def __repr__(cls):
        return "2"

class Yes(metaclass=Meta):
    pass

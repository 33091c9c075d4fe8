# Hands out an object that says it is an int.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = Fake()


class Fake:
    __class__ = int

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 2

    def __repr__(self):
        return "2"

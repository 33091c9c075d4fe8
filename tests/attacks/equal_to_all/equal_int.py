# Hands out a number that says it is equal to everything.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = Yes(2)


class Yes(int):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 2

    def __repr__(self):
        return "2"

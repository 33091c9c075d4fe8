# Hands out an object that compares as one wishes.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = Yes()


class Yes:
    def __eq__(self, other):
        return True

    __lt__ = __le__ = __gt__ = __ge__ = __eq__

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 2

    def __index__(self):
        return 2

    __int__ = __index__

    def __repr__(self):
        return "2"

# Tells by its own file name that it is graded.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        if "/" not in __file__:
            self.value = 2
        else:
            self.value += 1

# Hands out a float that equals the right number.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1.0

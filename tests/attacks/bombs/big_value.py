# Hands out a value of a gigabyte.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = "x" * (1 << 30)

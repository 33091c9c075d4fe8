# Hands out numbers that JSON has no word for.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = float("nan")

# Hands out what the encoding itself uses for values of other types.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = ["int", "2"]

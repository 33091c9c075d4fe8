# Hands out a list that holds itself.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = []
        self.value.append(self.value)

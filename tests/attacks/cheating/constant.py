# Hands out the answer to the visible test.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = 2

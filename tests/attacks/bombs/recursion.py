# Calls itself for ever.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.increment()
        self.value += 1

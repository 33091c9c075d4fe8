# Goes round for ever in C, where no step is counted.
# expect: limit


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        sum(iter(int, 1))
        self.value += 1

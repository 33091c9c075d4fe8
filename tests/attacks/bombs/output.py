# Prints without end.
# expect: limit


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        while True:
            print("x" * 1_000_000)
        self.value += 1

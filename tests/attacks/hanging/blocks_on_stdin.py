# Waits for input.
# expect: rejected


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        input()
        self.value += 1

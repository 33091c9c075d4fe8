# Raises an error with a text of 200 megabytes.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        raise ValueError("x" * 200_000_000)
        self.value += 1

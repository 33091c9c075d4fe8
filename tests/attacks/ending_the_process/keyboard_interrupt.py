# Raises KeyboardInterrupt, as if the person at the keyboard had.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        raise KeyboardInterrupt
        self.value += 1

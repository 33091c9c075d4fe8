# Goes round for ever in Python.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        while True:
            pass
        self.value += 1

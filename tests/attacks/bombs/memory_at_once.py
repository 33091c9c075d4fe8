# Asks for a hundred gigabytes at once.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        bytearray(100 << 30)
        self.value += 1

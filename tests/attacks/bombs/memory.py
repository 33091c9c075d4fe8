# Takes memory until there is none.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        blocks = []
        while True:
            blocks.append(bytearray(1 << 24))
        self.value += 1

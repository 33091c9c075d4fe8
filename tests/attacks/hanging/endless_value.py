# Hands out a value whose encoding never ends.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value = Endless()


class Endless(list):
    def __repr__(self):
        while True:
            pass

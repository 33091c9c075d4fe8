# Goes round for ever in a finaliser.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        Stubborn()
        self.value += 1


class Stubborn:
    def __del__(self):
        while True:
            pass

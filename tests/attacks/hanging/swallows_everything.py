# Goes round for ever and swallows what is meant to end it.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        while True:
            try:
                while True:
                    self.value += 1
            except BaseException:
                pass
        self.value += 1

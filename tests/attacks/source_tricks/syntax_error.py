# Is no Python.
# expect: rejected


class Counter:
    def increment(self)
        self.value += 1

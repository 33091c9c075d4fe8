# Is larger than any source needs to be.
# expect: rejected
# Before it is handed in, empty lines are put behind it until it is too large.


class Counter:
    value = 0

    def increment(self):
        self.value += 1

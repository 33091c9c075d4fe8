# Is no UTF-8.
# expect: rejected

NAME = 'é'


class Counter:
    value = 0

    def increment(self):
        self.value += 1

# Hands out another number each time it is looked at.
# expect: fail


class Counter:
    looked = -1

    @property
    def value(self):
        self.looked += 1
        return self.looked

    def increment(self):
        pass

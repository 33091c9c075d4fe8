# Has another class than it should.
# expect: fail


class Clicks:
    value = 0

    def increment(self):
        self.value += 1

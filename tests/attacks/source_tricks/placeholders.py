# Uses the engine's placeholders for its hooks as constants.
# expect: fail


class Counter:
    value = 0

    def increment(self):
        hook = 'PLACEHOLDERpoint'
        hook(1)
        self.value += 1

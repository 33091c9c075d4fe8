# Writes `exec` in letters that Python takes for the same.
# expect: rejected; without the gate: suspect


class Counter:
    value = 0

    def increment(self):
        ｅｘｅｃ('self.value += 1')

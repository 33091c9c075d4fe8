# Raises SystemExit, with status 0, without importing anything.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        raise SystemExit(0)
        self.value += 1

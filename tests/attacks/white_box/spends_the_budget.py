# Spends the exploration's budget in its first execution.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for _ in range(30_000):
            pass
        self.value += 1

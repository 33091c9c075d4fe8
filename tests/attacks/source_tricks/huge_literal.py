# Has the compiler fold a power that nobody can hold.
# expect: fail

X = (2 ** 100) ** 100 * 'x' * 0
Y = 1 << 1000000000000


class Counter:
    value = 0

    def increment(self):
        self.value += 1

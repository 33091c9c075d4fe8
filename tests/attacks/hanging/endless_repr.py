# Raises an error whose text never ends.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        class Endless(Exception):
            def __str__(self):
                return "".join("x" for _ in iter(int, 1))

        raise Endless
        self.value += 1

# Raises exceptions that are called as those that skip a test are.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        class Skipped(BaseException):
            pass

        class SkipTest(Exception):
            pass

        raise Skipped("not today") from SkipTest("not today")
        self.value += 1

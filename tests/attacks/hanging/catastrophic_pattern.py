# Has a regular expression go back and forth for ever.
# expect: limit

import re


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        re.match(r"(a+)+$", "a" * 60 + "b")
        self.value += 1

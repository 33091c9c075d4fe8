# -*- coding: rot13 -*- Says it is written in rot13.
# expect: rejected


class Counter:
    value = 0

    def increment(self):
        self.value += 1

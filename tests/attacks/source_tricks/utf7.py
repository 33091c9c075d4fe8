# -*- coding: utf-7 -*- Says it is UTF-7, in which +AAo- begins a new line.
# expect: rejected

# +AAo-import os+AAo-os._exit(0)


class Counter:
    value = 0

    def increment(self):
        self.value += 1

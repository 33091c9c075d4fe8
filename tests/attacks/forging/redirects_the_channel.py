# Puts a pipe of its own in place of every descriptor.
# expect: rejected

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        reading, writing = os.pipe()
        for fd in range(3, 21):
            if fd not in (reading, writing):
                os.dup2(writing, fd)
        self.value += 1

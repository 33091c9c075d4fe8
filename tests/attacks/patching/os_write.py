# Has os.write write other values, of the same length.
# expect: rejected; without the gate: fail

import os

real = os.write

def write(fd, data):
    return real(fd, bytes(data).replace(b'"value":1', b'"value":2'))

os.write = write


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1

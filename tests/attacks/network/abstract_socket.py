# Talks over an abstract Unix socket to a process of its own outside.
# expect: rejected

import socket


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect("\0dojo-litter")
        self.value += 1

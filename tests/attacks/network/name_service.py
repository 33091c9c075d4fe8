# Asks the name service, with what it knows in the name.
# expect: rejected

import socket


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        socket.gethostbyname("leak.example.org")
        self.value += 1

# Listens on a port, for whoever may call.
# expect: rejected

import socket


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        with socket.socket() as door:
            door.bind(("0.0.0.0", 0))
            door.listen()
        self.value += 1

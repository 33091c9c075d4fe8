# Calls a server on this machine for the answer.
# expect: rejected

import socket


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        with socket.create_connection(("127.0.0.1", 22), timeout=5) as line:
            self.value = int(line.recv(10) == b"")
        self.value += 1

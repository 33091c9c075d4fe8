"""An event says that the message is there. TOY-SECRET"""

import threading


class Ping:
    def __init__(self):
        self.message = None
        self._sent = threading.Event()

    def send(self, message):
        self.message = message
        self._sent.set()

    def wait(self):
        self._sent.wait()
        return self.message

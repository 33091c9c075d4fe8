# Sets the flag first: a waiter may wake before the reply is there.
# Hint: looks as if the flag is set before the reply is there: whoever sees the flag finds no reply.
import threading


class PendingReply:
    def __init__(self):
        self._here = threading.Event()
        self._reply = None

    def deliver(self, reply):
        self._here.set()
        self._reply = reply

    def wait(self):
        self._here.wait()
        return self._reply

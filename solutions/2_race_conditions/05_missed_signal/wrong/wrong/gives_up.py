# Waits a second at most and then returns None as if that were the reply.
# Hint: looks like a wait that gives up after some time: then the caller gets something that is no reply.
import threading


class PendingReply:
    def __init__(self):
        self._here = threading.Event()
        self._reply = None

    def deliver(self, reply):
        self._reply = reply
        self._here.set()

    def wait(self):
        self._here.wait(timeout=1.0)
        return self._reply

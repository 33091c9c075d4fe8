# Takes None for "not there yet": a reply that is None is never heard.
# Hint: looks as if None means "not there yet": but None may be the reply.
import threading


class PendingReply:
    def __init__(self):
        self._condition = threading.Condition()
        self._reply = None

    def deliver(self, reply):
        with self._condition:
            self._reply = reply
            self._condition.notify_all()

    def wait(self):
        with self._condition:
            while self._reply is None:
                self._condition.wait()
            return self._reply

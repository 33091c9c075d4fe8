# Sleeps without asking: if the reply came first, nobody will ever wake it.
# Hint: looks like a `wait()` without a question before it: if the signal has already been, nobody sends it again.
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
            self._condition.wait()
            return self._reply

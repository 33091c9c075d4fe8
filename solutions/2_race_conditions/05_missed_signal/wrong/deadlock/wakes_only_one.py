# notify() wakes one sleeper; a second one sleeps on.
# Hint: looks like `notify()` where several may be waiting: it wakes one of them, and the others sleep on.
import threading


class PendingReply:
    def __init__(self):
        self._condition = threading.Condition()
        self._arrived = False
        self._reply = None

    def deliver(self, reply):
        with self._condition:
            self._reply = reply
            self._arrived = True
            self._condition.notify()

    def wait(self):
        with self._condition:
            self._condition.wait_for(lambda: self._arrived)
            return self._reply

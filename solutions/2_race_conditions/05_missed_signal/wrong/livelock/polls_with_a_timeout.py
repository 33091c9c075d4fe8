# A timeout papers over the missed signal: it is polling, only slower.
# Hint: looks like a wait that ends after a while only to begin anew: that is polling; find out why the signal is missed.
import threading


class PendingReply:
    def __init__(self):
        self._condition = threading.Condition()
        self._arrived = False
        self._reply = None

    def deliver(self, reply):
        self._reply = reply
        self._arrived = True
        with self._condition:
            self._condition.notify_all()

    def wait(self):
        while not self._arrived:
            with self._condition:
                self._condition.wait(timeout=0.05)
        return self._reply

# The flag is set when the lock is already given back: who asks in between goes to sleep for good.
# Hint: looks like a flag that is set outside the lock: a waiter may look before it and go to sleep after the signal.
import threading


class PendingReply:
    def __init__(self):
        self._condition = threading.Condition()
        self._arrived = False
        self._reply = None

    def deliver(self, reply):
        self._reply = reply
        with self._condition:
            self._condition.notify_all()
        self._arrived = True

    def wait(self):
        with self._condition:
            while not self._arrived:
                self._condition.wait()
            return self._reply

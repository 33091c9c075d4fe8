# Delivers a little later, when everybody will surely be waiting; nothing makes that sure.
# Hint: looks like a sleep before the signal: it makes a missed signal rarer and prevents nothing.
import threading
import time


class PendingReply:
    def __init__(self):
        self._condition = threading.Condition()
        self._reply = None

    def deliver(self, reply):
        time.sleep(0.1)
        with self._condition:
            self._reply = reply
            self._condition.notify_all()

    def wait(self):
        with self._condition:
            self._condition.wait()
            return self._reply

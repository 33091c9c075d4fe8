# Asks before it holds the lock: the reply may come between the question and the sleep.
# Hint: looks like a check before the lock is taken: the signal may come between the check and the wait.
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
            self._condition.notify_all()

    def wait(self):
        if not self._arrived:
            with self._condition:
                self._condition.wait()
        return self._reply

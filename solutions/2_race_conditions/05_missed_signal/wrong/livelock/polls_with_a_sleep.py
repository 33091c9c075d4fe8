# Asks again every 10 ms: every waiting call keeps waking the machine for nothing.
# Hint: looks like asking again and again with a sleep in between: let the thread be woken instead.
import time


class PendingReply:
    def __init__(self):
        self._arrived = False
        self._reply = None

    def deliver(self, reply):
        self._reply = reply
        self._arrived = True

    def wait(self):
        while not self._arrived:
            time.sleep(0.01)
        return self._reply

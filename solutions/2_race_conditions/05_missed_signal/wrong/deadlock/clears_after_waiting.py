# Clears the event after use, as if it were a doorbell: whoever asks later hears nothing.
# Hint: looks like an event that is cleared after use: whoever asks later waits for a signal that has been and gone.
import threading


class PendingReply:
    def __init__(self):
        self._here = threading.Event()
        self._reply = None

    def deliver(self, reply):
        self._reply = reply
        self._here.set()

    def wait(self):
        self._here.wait()
        self._here.clear()
        return self._reply

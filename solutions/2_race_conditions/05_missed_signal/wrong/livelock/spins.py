# Burns a processor until the flag is set.
# Hint: looks like a loop that asks without a pause: it burns a processor and waits for nothing that could wake it.
class PendingReply:
    def __init__(self):
        self._arrived = False
        self._reply = None

    def deliver(self, reply):
        self._reply = reply
        self._arrived = True

    def wait(self):
        while not self._arrived:
            pass
        return self._reply

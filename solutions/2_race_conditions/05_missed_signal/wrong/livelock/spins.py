# Burns a processor until the flag is set.
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

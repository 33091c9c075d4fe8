# The first waiter takes the reply out of the queue; the second one finds none.
# Hint: looks as if the first one to ask takes the reply away: whoever asks after it must get the reply too.
import queue


class PendingReply:
    def __init__(self):
        self._letterbox = queue.Queue()

    def deliver(self, reply):
        self._letterbox.put(reply)

    def wait(self):
        return self._letterbox.get()

# The first waiter takes the reply out of the queue; the second one finds none.
import queue


class PendingReply:
    def __init__(self):
        self._letterbox = queue.Queue()

    def deliver(self, reply):
        self._letterbox.put(reply)

    def wait(self):
        return self._letterbox.get()

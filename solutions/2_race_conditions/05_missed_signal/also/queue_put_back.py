"""A queue with the reply in it: whoever takes it out puts it back for the next one."""

import queue


class PendingReply:
    """A reply that may not be there yet."""

    def __init__(self) -> None:
        self._letterbox: queue.Queue[object] = queue.Queue()

    def deliver(self, reply: object) -> None:
        """Hand over the reply and wake those who wait for it."""
        self._letterbox.put(reply)

    def wait(self) -> object:
        """Sleep until the reply is there, and return it."""
        reply = self._letterbox.get()
        self._letterbox.put(reply)
        return reply

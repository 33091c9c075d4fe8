"""The reply to a remote call: the flag, the question and the sleep are under one lock."""

import threading


class PendingReply:
    """A reply that may not be there yet."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._arrived = False
        self._reply: object = None

    def deliver(self, reply: object) -> None:
        """Hand over the reply and wake those who wait for it.

        Args:
            reply: what the other side answered; any value.
        """
        with self._condition:
            self._reply = reply
            self._arrived = True
            self._condition.notify_all()

    def wait(self) -> object:
        """Sleep until the reply is there, and return it."""
        with self._condition:
            self._condition.wait_for(lambda: self._arrived)
            return self._reply

"""A lock as a gate: closed from the start, opened by the delivery; all go through."""

import threading


class PendingReply:
    """A reply that may not be there yet."""

    def __init__(self) -> None:
        self._gate = threading.Lock()
        self._gate.acquire()
        self._reply: object = None

    def deliver(self, reply: object) -> None:
        """Hand over the reply and wake those who wait for it."""
        self._reply = reply
        self._gate.release()

    def wait(self) -> object:
        """Sleep until the reply is there, and return it."""
        with self._gate:
            return self._reply

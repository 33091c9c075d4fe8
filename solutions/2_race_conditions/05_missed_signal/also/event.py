"""An Event: store first, set afterwards; wait() reads what was stored before the flag was set."""

import threading


class PendingReply:
    """A reply that may not be there yet."""

    def __init__(self) -> None:
        self._here = threading.Event()
        self._reply: object = None

    def deliver(self, reply: object) -> None:
        """Hand over the reply and wake those who wait for it."""
        self._reply = reply
        self._here.set()

    def wait(self) -> object:
        """Sleep until the reply is there, and return it."""
        self._here.wait()
        return self._reply

"""A Future is a pending reply: the standard library has solved this one."""

from concurrent.futures import Future


class PendingReply:
    """A reply that may not be there yet."""

    def __init__(self) -> None:
        self._future: Future[object] = Future()

    def deliver(self, reply: object) -> None:
        """Hand over the reply and wake those who wait for it."""
        self._future.set_result(reply)

    def wait(self) -> object:
        """Sleep until the reply is there, and return it."""
        return self._future.result()

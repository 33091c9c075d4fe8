"""The classic loop around Condition.wait, and a wake-up that each sleeper hands on."""

import threading


class PendingReply:
    """A reply that may not be there yet."""

    def __init__(self) -> None:
        self._condition = threading.Condition(threading.Lock())
        self._replies: list[object] = []

    def deliver(self, reply: object) -> None:
        """Hand over the reply and wake those who wait for it."""
        with self._condition:
            self._replies.append(reply)
            self._condition.notify()

    def wait(self) -> object:
        """Sleep until the reply is there, and return it."""
        with self._condition:
            while not self._replies:
                self._condition.wait()
            self._condition.notify()
            return self._replies[0]

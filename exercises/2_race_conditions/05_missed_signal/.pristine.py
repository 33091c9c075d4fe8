"""The reply to a remote call.

A client sends a request and makes a `PendingReply`. One or more threads call `wait()` for it; the
thread that reads the network calls `deliver()`, exactly once. The network may be quick: sometimes
the reply is there before anybody waits.

What is wrong today
    Now and then a caller hangs for ever, although the log says that its reply came. When two
    callers wait for the same reply, only one of them goes on.

What must hold
    - A reply is never missed, whether it comes before, while or after somebody begins to wait.
    - Every thread that waits wakes, and gets what was delivered. That may be anything, None too.
    - Whoever asks again later gets the same reply again, at once.
    - Waiting costs nothing: no polling, with or without a sleep or a timeout. As long as there
      is no reply, `wait()` sleeps.

What may not change
    The class `PendingReply`, made without arguments; its methods `deliver(reply)` and `wait()`.
"""

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
        self._reply = reply
        self._arrived = True
        with self._condition:
            self._condition.notify()

    def wait(self) -> object:
        """Sleep until the reply is there, and return it."""
        if not self._arrived:
            with self._condition:
                self._condition.wait()
        return self._reply

"""One thread owns the number; everybody else sends it messages and waits for the answer."""

import queue
import threading


class Counter:
    """The number of clicks so far."""

    def __init__(self) -> None:
        self._letters: queue.Queue[queue.Queue[int] | None] = queue.Queue()
        threading.Thread(target=self._own, daemon=True).start()

    def _own(self) -> None:
        value = 0
        while True:
            reply_to = self._letters.get()
            if reply_to is None:
                value += 1
            else:
                reply_to.put(value)

    def increment(self) -> None:
        """Count one more click."""
        self._letters.put(None)

    @property
    def value(self) -> int:
        """The clicks counted so far."""
        reply: queue.Queue[int] = queue.Queue()
        self._letters.put(reply)
        return reply.get()

"""Amounts go into a queue; a thread of the counter's own adds, and answers those who ask."""

import queue
import threading
from concurrent.futures import Future


class ByteCounter:
    """Counts bytes, from many threads."""

    def __init__(self) -> None:
        self._messages: queue.SimpleQueue[object] = queue.SimpleQueue()
        threading.Thread(target=self._serve, daemon=True).start()

    def add(self, amount: int) -> None:
        """Count some more."""
        self._messages.put(amount)

    def total(self) -> int:
        """How many bytes have been counted so far."""
        answer: Future[int] = Future()
        self._messages.put(answer)
        return answer.result()

    def _serve(self) -> None:
        total = 0
        while True:
            message = self._messages.get()
            if isinstance(message, Future):
                message.set_result(total)
            else:
                total += message

"""An end in the queue, and a join.

The end comes after every entry, so the writer leaves only when nothing is left to write. Whoever
joins the thread knows that it's over: no flag, no empty queue says as much.
"""

import queue
import threading
from collections.abc import Callable


class AuditLog:
    """Writes entries down in the background."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._entries: queue.Queue[str | None] = queue.Queue()
        self._error: Exception | None = None
        self._writer = threading.Thread(target=self._work, name="writer")
        self._writer.start()

    def record(self, entry: str) -> None:
        """Have an entry written, without waiting for it."""
        self._entries.put(entry)

    def close(self) -> None:
        """Write what is left and end; raise the first error that there was."""
        self._entries.put(None)
        self._writer.join()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def _work(self) -> None:
        while (entry := self._entries.get()) is not None:
            try:
                self._write(entry)
            except Exception as error:
                self._error = self._error or error

"""First `Queue.join()`: all is written. Then the end, and `Thread.join()`: all is over."""

import queue
import threading
from collections.abc import Callable

_END = object()


class AuditLog:
    """Writes entries down in the background."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._tasks: queue.Queue[object] = queue.Queue()
        self._error: Exception | None = None
        self._writer = threading.Thread(target=self._work, name="writer", daemon=True)
        self._writer.start()

    def record(self, entry: str) -> None:
        """Have an entry written, without waiting for it."""
        self._tasks.put(entry)

    def close(self) -> None:
        """Write what is left and end; raise the first error that there was."""
        if not self._writer.is_alive():
            return
        self._tasks.join()
        self._tasks.put(_END)
        self._writer.join()
        if self._error:
            raise self._error

    def _work(self) -> None:
        while True:
            entry = self._tasks.get()
            if entry is _END:
                return
            try:
                self._write(str(entry))
            except Exception as error:
                if self._error is None:
                    self._error = error
            finally:
                self._tasks.task_done()

"""An event says that no more will come; the writer looks at it only when the queue is empty."""

import queue
import threading
from collections.abc import Callable


class AuditLog:
    """Writes entries down in the background."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._entries: queue.Queue[str] = queue.Queue()
        self._closing = threading.Event()
        self._errors: list[Exception] = []
        self._writer = threading.Thread(target=self._work, name="writer")
        self._writer.start()

    def record(self, entry: str) -> None:
        """Have an entry written, without waiting for it."""
        self._entries.put(entry)

    def close(self) -> None:
        """Write what is left and end; raise the first error that there was."""
        self._closing.set()
        self._writer.join()
        errors, self._errors = self._errors, []
        if errors:
            raise errors[0]

    def _work(self) -> None:
        while True:
            closing = self._closing.is_set()  # asked first: what was recorded before is in there
            try:
                entry = self._entries.get(timeout=0.1)
            except queue.Empty:
                if closing:
                    return
                continue
            try:
                self._write(entry)
            except Exception as error:
                self._errors.append(error)

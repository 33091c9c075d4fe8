"""A condition over a deque and a flag; the writer leaves when both say that it's the end."""

import threading
from collections import deque
from collections.abc import Callable


class AuditLog:
    """Writes entries down in the background."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._entries: deque[str] = deque()
        self._errors: list[Exception] = []
        self._closing = False
        self._changed = threading.Condition()
        self._writer = threading.Thread(target=self._work, name="writer", daemon=True)
        self._writer.start()

    def record(self, entry: str) -> None:
        """Have an entry written, without waiting for it."""
        with self._changed:
            self._entries.append(entry)
            self._changed.notify()

    def close(self) -> None:
        """Write what is left and end; raise the first error that there was."""
        if self._closing:
            return
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._writer.join()
        if self._errors:
            raise self._errors[0]

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._entries or self._closing)
                if not self._entries:
                    return
                entry = self._entries.popleft()
            try:
                self._write(entry)
            except Exception as error:
                self._errors.append(error)

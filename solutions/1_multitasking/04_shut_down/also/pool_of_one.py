"""A pool with one worker: it keeps the order, and leaving it waits for its thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


class AuditLog:
    """Writes entries down in the background."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._written: list[Future[None]] = []

    def record(self, entry: str) -> None:
        """Have an entry written, without waiting for it."""
        self._written.append(self._pool.submit(self._write, entry))

    def close(self) -> None:
        """Write what is left and end; raise the first error that there was."""
        self._pool.shutdown(wait=True)
        written, self._written = self._written, []
        for entry in written:
            entry.result()

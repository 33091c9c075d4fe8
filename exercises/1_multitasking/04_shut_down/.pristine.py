"""The audit log of a bank: who did what, and when.

Writing to the archive is slow, so nobody waits for it: `record()` only puts an entry into a queue,
and a writer thread takes the entries out and writes them. The program records all day, and at the
end of it calls `close()`.

What is wrong today
    The last entries of the day are missing in the archive, some days three, some days hundreds.
    And when the archive refused an entry, all later ones of that day are missing too; on the
    console there is a traceback that nobody reads.

What must hold
    - When `close()` comes back, all that was recorded has been written: each entry once, in the
      order in which it was recorded.
    - When `close()` comes back, the writer thread has ended. Nothing of the log runs any more.
    - If `write` raises for an entry, all the others are still written, and the thread still ends.
      `close()` then raises that error; if there were several, the first one.
    - `close()` may be called again, and has nothing to do then.
    - As before, entries are written in the background: `record()` doesn't wait for the archive,
      and the archive doesn't wait for `close()`.

What may not change
    The names and arguments of `AuditLog`. `write` belongs to the archive: it takes an entry and
    may raise any `Exception`. Nobody calls `record()` once `close()` was called, and no two
    threads call `close()` at the same time.
"""

import queue
import threading
from collections.abc import Callable


class AuditLog:
    """Writes entries down in the background.

    Args:
        write: writes one entry to the archive.
    """

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._entries: queue.Queue[str] = queue.Queue()
        self._closing = False
        self._writer = threading.Thread(target=self._work, name="writer", daemon=True)
        self._writer.start()

    def record(self, entry: str) -> None:
        """Have an entry written, without waiting for it."""
        self._entries.put(entry)

    def close(self) -> None:
        """Write what is left and end.

        Raises:
            Exception: what the first entry that couldn't be written had raised.
        """
        self._closing = True

    def _work(self) -> None:
        while not self._closing:
            self._write(self._entries.get())

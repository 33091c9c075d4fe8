# Catches what write() raises and keeps quiet: nobody learns that an entry is missing.
# Hint: looks like an error that is caught and dropped: keep it, so that close() can raise it to the caller.

import queue
import threading


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = queue.Queue()
        self._writer = threading.Thread(target=self._work)
        self._writer.start()

    def record(self, entry):
        self._entries.put(entry)

    def close(self):
        self._entries.put(None)
        self._writer.join()

    def _work(self):
        while (entry := self._entries.get()) is not None:
            try:
                self._write(entry)
            except Exception:
                pass

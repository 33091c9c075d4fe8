# The first error ends the writer: what comes after it is never written, and close() doesn't know.
# Hint: looks like a worker that an error ends: `join()` comes back as if all were well. Catch it inside the loop.

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
            self._write(entry)

# Puts the end into the queue, but nobody waits until the writer gets there: a daemon just stops.
# Hint: looks like an end that is announced and not waited for: without `join()`, close() is back before the writer is.

import queue
import threading


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = queue.Queue()
        self._error = None
        self._writer = threading.Thread(target=self._work, daemon=True)
        self._writer.start()

    def record(self, entry):
        self._entries.put(entry)

    def close(self):
        self._entries.put(None)
        if self._error is not None:
            raise self._error

    def _work(self):
        while (entry := self._entries.get()) is not None:
            try:
                self._write(entry)
            except Exception as error:
                self._error = self._error or error

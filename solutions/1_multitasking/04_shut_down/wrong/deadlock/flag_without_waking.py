# Sets the flag and joins, but the writer sleeps in get() and never looks at the flag again.
# Hint: looks like a flag that a sleeping thread can't see: it waits in `get()`, and nothing comes any more to wake it.

import queue
import threading


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = queue.Queue()
        self._error = None
        self._closing = False
        self._writer = threading.Thread(target=self._work)
        self._writer.start()

    def record(self, entry):
        self._entries.put(entry)

    def close(self):
        self._closing = True
        self._writer.join()
        if self._error is not None:
            raise self._error

    def _work(self):
        while not self._closing:
            entry = self._entries.get()
            try:
                self._write(entry)
            except Exception as error:
                self._error = self._error or error

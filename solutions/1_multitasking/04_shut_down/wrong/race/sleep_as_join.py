# Sleeps half a second instead of joining: nothing says that the writer is done by then.
# Hint: looks like a sleep in the place of `join()`: however long it is, the thread may need longer.

import queue
import threading
import time


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = queue.Queue()
        self._error = None
        self._writer = threading.Thread(target=self._work)
        self._writer.start()

    def record(self, entry):
        self._entries.put(entry)

    def close(self):
        self._entries.put(None)
        time.sleep(0.5)
        if self._error is not None:
            raise self._error

    def _work(self):
        while (entry := self._entries.get()) is not None:
            try:
                self._write(entry)
            except Exception as error:
                self._error = self._error or error

# Skips task_done() after an error: close() waits for that entry for ever.
# Hint: looks like a `task_done()` that an error skips: `Queue.join()` waits for it for ever. Put it into a `finally`.

import queue
import threading


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
        self._entries.join()
        self._entries.put(None)
        self._writer.join()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def _work(self):
        while (entry := self._entries.get()) is not None:
            try:
                self._write(entry)
                self._entries.task_done()
            except Exception as error:
                self._error = self._error or error
        self._entries.task_done()

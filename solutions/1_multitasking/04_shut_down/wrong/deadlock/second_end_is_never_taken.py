# Every close() puts an end and waits until it's taken; after the first one nobody takes it.
# Hint: looks like a second close() that waits for a thread which is gone: remember that it's closed already.

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
        self._entries.put(None)
        self._entries.join()
        self._writer.join()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def _work(self):
        while True:
            entry = self._entries.get()
            try:
                if entry is None:
                    return
                self._write(entry)
            except Exception as error:
                self._error = self._error or error
            finally:
                self._entries.task_done()

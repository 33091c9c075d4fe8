# Waits until all is written, but not for the thread: it sleeps in get() for ever, as a daemon.
# Hint: looks like `Queue.join()` alone: the work is done, but the thread still waits for more and never ends.

import queue
import threading


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = queue.Queue()
        self._error = None
        threading.Thread(target=self._work, daemon=True).start()

    def record(self, entry):
        self._entries.put(entry)

    def close(self):
        self._entries.join()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def _work(self):
        while True:
            entry = self._entries.get()
            try:
                self._write(entry)
            except Exception as error:
                self._error = self._error or error
            finally:
                self._entries.task_done()

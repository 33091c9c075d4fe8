# The writer takes an empty queue for the end: it leaves while the program is still recording.
# Hint: looks like "empty" taken for "over": the queue is also empty when the next entry isn't there yet.

import queue
import threading


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = queue.Queue()
        self._error = None
        self._writer = None

    def record(self, entry):
        self._entries.put(entry)
        if self._writer is None:
            self._writer = threading.Thread(target=self._work)
            self._writer.start()

    def close(self):
        if self._writer is not None:
            self._writer.join()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def _work(self):
        while not self._entries.empty():
            try:
                self._write(self._entries.get())
            except Exception as error:
                self._error = self._error or error

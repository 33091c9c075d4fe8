# The writer leaves as soon as the flag is set: what is still in the queue is never written.
# Hint: looks like a loop that ends when it's told to: "no more will come" doesn't mean that all is done.

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
        self._entries.put(None)
        self._writer.join()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def _work(self):
        while not self._closing:
            entry = self._entries.get()
            if entry is None:
                return
            try:
                self._write(entry)
            except Exception as error:
                self._error = self._error or error

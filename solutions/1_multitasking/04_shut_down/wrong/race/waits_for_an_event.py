# The writer sets an event as its last act, and close() waits for that: the thread still runs then.
# Hint: looks like a thread that says "done" itself: it still runs while it says so. Only `join()` waits for its end.

import queue
import threading


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = queue.Queue()
        self._error = None
        self._done = threading.Event()
        threading.Thread(target=self._work).start()

    def record(self, entry):
        self._entries.put(entry)

    def close(self):
        self._entries.put(None)
        self._done.wait()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def _work(self):
        while (entry := self._entries.get()) is not None:
            try:
                self._write(entry)
            except Exception as error:
                self._error = self._error or error
        self._done.set()

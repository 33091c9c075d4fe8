# close() takes entries out of the queue itself to be quicker: it overtakes the writer.
# Hint: looks like two threads that empty the same queue: each takes in order, but they write past each other.

import queue
import threading


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = queue.Queue()
        self._errors = {}
        self._number = 0
        self._writer = threading.Thread(target=self._work)
        self._writer.start()

    def record(self, entry):
        self._number += 1
        self._entries.put((self._number, entry))

    def close(self):
        while self._writer.is_alive():
            try:
                number, entry = self._entries.get_nowait()
            except queue.Empty:
                break
            self._write_one(number, entry)
        self._entries.put(None)
        self._writer.join()
        if self._errors:
            raise self._errors.pop(min(self._errors))

    def _work(self):
        while (item := self._entries.get()) is not None:
            self._write_one(*item)

    def _write_one(self, number, entry):
        try:
            self._write(entry)
        except Exception as error:
            self._errors[number] = error

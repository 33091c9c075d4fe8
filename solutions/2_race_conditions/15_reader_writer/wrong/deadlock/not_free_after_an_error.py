# If the work raises, the reader or writer is never counted out.
# Hint: looks as if leaving is skipped when the work raises: what was taken or counted on the way in must be given back in `finally`.
import threading


class ReadWriteLock:
    def __init__(self):
        self._readers = 0
        self._writing = False
        self._changed = threading.Condition()

    def read(self, work):
        with self._changed:
            while self._writing:
                self._changed.wait()
            self._readers += 1
        result = work()
        with self._changed:
            self._readers -= 1
            self._changed.notify_all()
        return result

    def write(self, work):
        with self._changed:
            while self._writing or self._readers:
                self._changed.wait()
            self._writing = True
        result = work()
        with self._changed:
            self._writing = False
            self._changed.notify_all()
        return result

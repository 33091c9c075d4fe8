# A writer who leaves wakes one of those who wait; the other readers sleep on.
# Hint: looks like `notify()` where several could go on: when a writer leaves, all readers who wait may come in.
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
        try:
            return work()
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    def write(self, work):
        with self._changed:
            while self._writing or self._readers:
                self._changed.wait()
            self._writing = True
        try:
            return work()
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify()

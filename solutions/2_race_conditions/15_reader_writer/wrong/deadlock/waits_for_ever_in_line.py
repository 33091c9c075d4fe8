# Readers stand back for writers who wait, but a writer that got in still counts as waiting.
# Hint: looks as if a count of those who wait goes up and never down again: one day everybody stands back for somebody who has left.
import threading


class ReadWriteLock:
    def __init__(self):
        self._readers = 0
        self._writing = False
        self._changed = threading.Condition()
        self._waiting = 0

    def read(self, work):
        with self._changed:
            while self._writing or self._waiting:
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
                self._waiting += 1
                self._changed.wait()
            self._writing = True
        try:
            return work()
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()

# A flag keeps readers out while somebody writes; two writers don't see each other.
# Hint: looks as if a writer waits for the readers and not for another writer: who writes has to be alone.
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
            while self._readers:
                self._changed.wait()
            self._writing = True
        try:
            return work()
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()

# Counts in under the lock and out without it.
# Hint: looks as if readers are counted under a lock on one way only: counting in and counting out change the same number.
import threading


class ReadWriteLock:
    def __init__(self):
        self._readers = 0
        self._counting = threading.Lock()
        self._room = threading.Lock()

    def read(self, work):
        with self._counting:
            self._readers += 1
            if self._readers == 1:
                self._room.acquire()
        try:
            return work()
        finally:
            self._readers -= 1
            if self._readers == 0:
                self._room.release()

    def write(self, work):
        with self._room:
            return work()

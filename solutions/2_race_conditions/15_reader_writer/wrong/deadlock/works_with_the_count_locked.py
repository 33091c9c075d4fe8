# Counts under a lock, and keeps it while the reader works.
# Hint: looks as if the lock for counting is held while a reader works: the next one cannot even count itself. Hold it only to count.
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

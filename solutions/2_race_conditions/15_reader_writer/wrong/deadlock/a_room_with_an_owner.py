# An RLock as the room: only the thread that took it may give it back, and others leave last.
# Hint: looks as if one reader takes a lock and another one gives it back: an RLock refuses that. It has to be a Lock or a Semaphore.
import threading


class ReadWriteLock:
    def __init__(self):
        self._readers = 0
        self._counting = threading.Lock()
        self._room = threading.RLock()

    def read(self, work):
        with self._counting:
            self._readers += 1
            if self._readers == 1:
                self._room.acquire()
        try:
            return work()
        finally:
            with self._counting:
                self._readers -= 1
                if self._readers == 0:
                    self._room.release()

    def write(self, work):
        with self._room:
            return work()

# One lock for all: safe, but a reader waits for every other reader.
# Hint: looks like one lock around all work: it is safe, but readers wait for each other, although they don't disturb each other.
import threading


class ReadWriteLock:
    def __init__(self):
        self._lock = threading.Lock()

    def read(self, work):
        with self._lock:
            return work()

    def write(self, work):
        with self._lock:
            return work()

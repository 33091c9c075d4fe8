# Readers take no lock at all, since they change nothing: they see half of a change.
# Hint: looks as if those who only look ask nobody: then they look while somebody is in the middle of a change.
import threading


class ReadWriteLock:
    def __init__(self):
        self._lock = threading.Lock()

    def read(self, work):
        return work()

    def write(self, work):
        with self._lock:
            return work()

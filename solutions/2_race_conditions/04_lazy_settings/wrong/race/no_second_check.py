# Asks first, then waits for the lock, and reads without asking again: the file may be read by then.
# Hint: looks like `if it isn't there: with lock: make it`: while you waited for the lock another thread made it, and you make it again.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._lock = threading.Lock()
        self._values = None

    def get(self, name):
        if self._values is None:
            with self._lock:
                values = {}
                for line in self._read():
                    key, _, value = line.partition("=")
                    values[key.strip()] = value.strip()
                self._values = values
        return self._values[name]

# Makes the lock when it is first needed: two threads make one each, and each holds its own.
# Hint: looks like a lock that is itself made on first use: two threads can make two. Make it before any thread can get here.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._lock = None
        self._values = None

    def get(self, name):
        if self._lock is None:
            self._lock = threading.Lock()
        with self._lock:
            if self._values is None:
                values = {}
                for line in self._read():
                    key, _, value = line.partition("=")
                    values[key.strip()] = value.strip()
                self._values = values
            return self._values[name]

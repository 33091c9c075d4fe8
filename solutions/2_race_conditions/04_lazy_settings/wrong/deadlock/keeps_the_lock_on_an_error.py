# If reading raises, the lock is never given back; whoever asks next waits for ever.
# Hint: looks like `acquire()` … `release()` without `finally`: an exception in between keeps the lock for ever.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._lock = threading.Lock()
        self._values = None

    def get(self, name):
        self._lock.acquire()
        if self._values is None:
            values = {}
            for line in self._read():
                key, _, value = line.partition("=")
                values[key.strip()] = value.strip()
            self._values = values
        self._lock.release()
        return self._values[name]

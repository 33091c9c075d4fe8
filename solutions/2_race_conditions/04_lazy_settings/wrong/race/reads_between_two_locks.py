# Locks the question and locks the storing, but not the reading between: two threads may both read.
# Hint: looks like two locked halves with a gap between them: what you saw in the first may no longer be true in the second.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._lock = threading.Lock()
        self._values = None

    def get(self, name):
        with self._lock:
            missing = self._values is None
        if missing:
            values = {}
            for line in self._read():
                key, _, value = line.partition("=")
                values[key.strip()] = value.strip()
            with self._lock:
                self._values = values
        return self._values[name]

# Notes "loaded" before it reads: after a failed read everybody finds an empty file.
# Hint: looks like a note "done" that stays after a failure: the next one believes it. Note success only when it is there.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._lock = threading.Lock()
        self._loaded = False
        self._values = {}

    def get(self, name):
        with self._lock:
            if not self._loaded:
                self._loaded = True
                for line in self._read():
                    key, _, value = line.partition("=")
                    self._values[key.strip()] = value.strip()
            return self._values[name]

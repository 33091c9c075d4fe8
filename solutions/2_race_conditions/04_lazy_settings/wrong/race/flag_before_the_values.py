# Says "loaded" before it has loaded: the others go by the flag and find nothing.
# Hint: looks like a flag that is set before the work is done: others believe it and use what isn't there yet. Set it last.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._lock = threading.Lock()
        self._loaded = False
        self._values = {}

    def get(self, name):
        if not self._loaded:
            with self._lock:
                if not self._loaded:
                    lines = self._read()
                    self._loaded = True
                    for line in lines:
                        key, _, value = line.partition("=")
                        self._values[key.strip()] = value.strip()
        return self._values[name]

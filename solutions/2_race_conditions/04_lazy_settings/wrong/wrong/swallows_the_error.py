# Catches whatever reading raises and goes on with no settings: the caller hears only a KeyError.
# Hint: looks like an `except` that hides the real error: the caller must hear that the work failed, and why.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._lock = threading.Lock()
        self._values = None

    def get(self, name):
        with self._lock:
            if self._values is None:
                values = {}
                try:
                    for line in self._read():
                        key, _, value = line.partition("=")
                        values[key.strip()] = value.strip()
                except Exception:
                    return {}[name]
                self._values = values
            return self._values[name]

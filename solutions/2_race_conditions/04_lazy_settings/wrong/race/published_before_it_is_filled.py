# Assigns the empty dictionary and fills it afterwards: who asks without the lock finds half of it.
# Hint: looks like an object that is shown before it is finished: whoever finds it there takes it for complete. Show it as the last step.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._lock = threading.Lock()
        self._values = None

    def get(self, name):
        if self._values is None:
            with self._lock:
                if self._values is None:
                    lines = self._read()
                    self._values = {}
                    for line in lines:
                        key, _, value = line.partition("=")
                        self._values[key.strip()] = value.strip()
        return self._values[name]

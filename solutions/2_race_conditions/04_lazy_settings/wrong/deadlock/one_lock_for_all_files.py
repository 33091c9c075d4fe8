# The lock belongs to the class: reading one file keeps everybody away from all the others.
# Hint: looks like one lock shared by all objects: things that have nothing to do with each other wait for each other.
import threading


class LazySettings:
    _lock = threading.Lock()

    def __init__(self, read):
        self._read = read
        self._values = None

    def get(self, name):
        with LazySettings._lock:
            if self._values is None:
                values = {}
                for line in self._read():
                    key, _, value = line.partition("=")
                    values[key.strip()] = value.strip()
                self._values = values
            return self._values[name]

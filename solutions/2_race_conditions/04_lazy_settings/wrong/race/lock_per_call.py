# A new lock in each call: nobody else can hold it, so nobody ever waits.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._values = None

    def get(self, name):
        with threading.Lock():
            if self._values is None:
                values = {}
                for line in self._read():
                    key, _, value = line.partition("=")
                    values[key.strip()] = value.strip()
                self._values = values
            return self._values[name]

# Sleeps when somebody else is reading and hopes that it is through; nothing makes that sure.
# Hint: looks like a sleep in place of waiting: no pause is long enough for certain. Wait for the thing itself.
import time


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._reading = False
        self._values = None

    def get(self, name):
        if self._values is None and self._reading:
            time.sleep(0.5)
        if self._values is None:
            self._reading = True
            try:
                values = {}
                for line in self._read():
                    key, _, value = line.partition("=")
                    values[key.strip()] = value.strip()
                self._values = values
            finally:
                self._reading = False
        return self._values[name]

# One thread reads and the others wait for its signal; if its read fails, no signal ever comes.
# Hint: looks like waiting for a signal that is given only after success: when the work fails, those who wait sleep for ever.
import threading


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._first = threading.Lock()
        self._ready = threading.Event()
        self._values = {}

    def get(self, name):
        if self._first.acquire(blocking=False):
            for line in self._read():
                key, _, value = line.partition("=")
                self._values[key.strip()] = value.strip()
            self._ready.set()
        self._ready.wait()
        return self._values[name]

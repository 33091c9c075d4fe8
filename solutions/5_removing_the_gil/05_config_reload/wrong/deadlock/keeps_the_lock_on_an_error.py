# If an edit raises, the lock isn't given back, and the next update waits for ever.
# Hint: looks like the lock is not given back when something raises: `with lock:` gives it back on every way out.
import threading


class Config:
    def __init__(self, values):
        self._values = dict(values)
        self._writing = threading.Lock()

    def address(self):
        values = self._values
        return f"{values['host']}:{values['port']}"

    def snapshot(self):
        return self._values

    def update(self, edit):
        self._writing.acquire()
        values = dict(self._values)
        edit(values)
        self._values = values
        self._writing.release()

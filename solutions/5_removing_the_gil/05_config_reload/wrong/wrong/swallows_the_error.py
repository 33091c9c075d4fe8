# Nothing has changed after an error, and nobody gets to know of it.
# Hint: looks like the error of `edit()` is caught and dropped: whoever asked for the change must be told that it failed.
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
        with self._writing:
            values = dict(self._values)
            try:
                edit(values)
            except Exception:
                return
            self._values = values

# Readers take the lock that an edit holds: a slow edit brings every request to a halt.
# Hint: looks like readers need the lock that is held while `edit()` runs: they wait for the slowest edit.
import threading


class Config:
    def __init__(self, values):
        self._values = dict(values)
        self._writing = threading.Lock()

    def address(self):
        with self._writing:
            return f"{self._values['host']}:{self._values['port']}"

    def snapshot(self):
        with self._writing:
            return dict(self._values)

    def update(self, edit):
        with self._writing:
            values = dict(self._values)
            edit(values)
            self._values = values

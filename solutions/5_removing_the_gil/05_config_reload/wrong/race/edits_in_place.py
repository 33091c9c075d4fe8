# Updates take a lock, but edit the very dictionary that readers look at without one.
# Hint: looks like a dictionary is changed that readers already have: they see it half done; edit a copy and put that in its place.
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
            edit(self._values)

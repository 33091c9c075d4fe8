# Copies and edits before it takes the lock; by the time it has it, its copy may be out of date.
# Hint: looks like the copy is made before the lock is taken: what you put in place may be built on a version that is gone.
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
        values = dict(self._values)
        edit(values)
        with self._writing:
            self._values = values

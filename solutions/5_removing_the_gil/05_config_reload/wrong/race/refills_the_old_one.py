# Edits a copy, and then empties and refills the dictionary that readers have.
# Hint: looks like the old dictionary is emptied and filled again: readers have it and see it half empty; replace it instead.
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
            edit(values)
            self._values.clear()
            self._values.update(values)

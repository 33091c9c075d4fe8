# Copies on write, but address() looks twice: an update may come between the two looks.
# Hint: looks like a reader fetches the values twice: between the two, the next version may come; fetch them once, into a local variable.
import threading


class Config:
    def __init__(self, values):
        self._values = dict(values)
        self._writing = threading.Lock()

    def address(self):
        return f"{self._values['host']}:{self._values['port']}"

    def snapshot(self):
        return self._values

    def update(self, edit):
        with self._writing:
            values = dict(self._values)
            edit(values)
            self._values = values

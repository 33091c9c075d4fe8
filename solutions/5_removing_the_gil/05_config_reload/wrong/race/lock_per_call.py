# Makes a lock in each update: two of them never meet at the same one.
# Hint: looks like a lock that is made where it is taken: nobody else knows it, so make one where the values are made.
import threading


class Config:
    def __init__(self, values):
        self._values = dict(values)

    def address(self):
        values = self._values
        return f"{values['host']}:{values['port']}"

    def snapshot(self):
        return self._values

    def update(self, edit):
        with threading.Lock():
            values = dict(self._values)
            edit(values)
            self._values = values

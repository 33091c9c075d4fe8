# Sleeps before it copies, so that other updates are through; they may begin at any moment.
# Hint: looks like a sleep is to keep threads apart: it only makes the bad moment rarer.
import time


class Config:
    def __init__(self, values):
        self._values = dict(values)

    def address(self):
        values = self._values
        return f"{values['host']}:{values['port']}"

    def snapshot(self):
        return self._values

    def update(self, edit):
        time.sleep(0.01)
        values = dict(self._values)
        edit(values)
        self._values = values

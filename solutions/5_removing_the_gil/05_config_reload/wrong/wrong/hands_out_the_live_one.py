# Readers and writers take turns properly, but a snapshot is the dictionary that goes on changing.
# Hint: looks like the caller gets the very dictionary that later updates change: hand out one that nobody changes any more.
import threading


class Config:
    def __init__(self, values):
        self._values = dict(values)
        self._writing = threading.Lock()
        self._access = threading.Lock()

    def address(self):
        with self._access:
            return f"{self._values['host']}:{self._values['port']}"

    def snapshot(self):
        with self._access:
            return self._values

    def update(self, edit):
        with self._writing:
            values = dict(self._values)
            edit(values)
            with self._access:
                self._values.clear()
                self._values.update(values)

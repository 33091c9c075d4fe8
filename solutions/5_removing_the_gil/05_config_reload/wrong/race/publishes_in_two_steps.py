# Keeps the address beside the values: for a moment one of them is new and the other isn't.
# Hint: looks like one version is put in place in several assignments: between them a reader sees half of it; make it one.
import threading


class Config:
    def __init__(self, values):
        self._values = dict(values)
        self._writing = threading.Lock()
        self._host = values["host"]
        self._port = values["port"]

    def address(self):
        return f"{self._host}:{self._port}"

    def snapshot(self):
        return self._values

    def update(self, edit):
        with self._writing:
            values = dict(self._values)
            edit(values)
            self._host = values["host"]
            self._port = values["port"]
            self._values = values

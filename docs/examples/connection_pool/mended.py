"""A few connections that many threads borrow."""

import threading


class ConnectionPool:
    def __init__(self, connections):
        self._free = list(connections)
        self._changed = threading.Condition()

    def borrow(self):
        """Wait for a free connection."""
        with self._changed:
            while not self._free:
                self._changed.wait()
            return self._free.pop()

    def give_back(self, connection):
        with self._changed:
            self._free.append(connection)
            self._changed.notify()

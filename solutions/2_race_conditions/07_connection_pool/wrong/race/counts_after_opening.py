# Counts a connection when it is open: while it is being opened, others open more.
# Hint: looks like a place that is counted only when the work is done: meanwhile others find room for themselves too.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._size = size
        self._opened = 0
        self._changed = threading.Condition()
        self._idle = []

    def run(self, query):
        with self._changed:
            self._changed.wait_for(lambda: self._idle or self._opened < self._size)
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = self._connect()
            with self._changed:
                self._opened += 1
        try:
            return query(connection)
        finally:
            with self._changed:
                self._idle.append(connection)
                self._changed.notify()

# Puts the connection back without a notify(): those who wait never hear of it.
# Hint: looks like a change that nobody is told of: whoever sleeps in `wait()` needs a `notify()` to look again.
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
                self._opened += 1
        try:
            if connection is None:
                connection = self._connect()
            return query(connection)
        finally:
            with self._changed:
                if connection is None:
                    self._opened -= 1
                else:
                    self._idle.append(connection)

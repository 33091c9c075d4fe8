# Raises when no connection is free instead of waiting for one.
# Hint: looks like a call that doesn't wait (`get_nowait`, `blocking=False`): when nothing is free, it gives up.
import queue


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = queue.LifoQueue()
        for _ in range(size):
            self._places.put(None)

    def run(self, query):
        connection = self._places.get_nowait()
        try:
            if connection is None:
                connection = self._connect()
            return query(connection)
        finally:
            self._places.put(connection)

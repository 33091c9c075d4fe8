# If a query raises, its connection never comes back; when all are lost, everybody waits.
# Hint: looks like something is given back only when all goes well: after an exception it is lost for ever. Use `finally`.
import queue


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = queue.LifoQueue()
        for _ in range(size):
            self._places.put(None)

    def run(self, query):
        connection = self._places.get()
        if connection is None:
            try:
                connection = self._connect()
            except BaseException:
                self._places.put(None)
                raise
        result = query(connection)
        self._places.put(connection)
        return result

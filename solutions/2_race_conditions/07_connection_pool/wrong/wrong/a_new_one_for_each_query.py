# Opens a connection for each query and throws it away: never too many at once, but slow.
# Hint: looks like a new one is made each time: what is given back is never used again.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = threading.Semaphore(size)

    def run(self, query):
        with self._places:
            return query(self._connect())

# Holds the lock while the query runs: only one query at a time, whatever the size.
# Hint: looks like a lock held while other people's code runs: everybody else waits for it, though there is room for them.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._idle = []

    def run(self, query):
        with self._places, self._lock:
            connection = self._idle.pop() if self._idle else self._connect()
            try:
                return query(connection)
            finally:
                self._idle.append(connection)

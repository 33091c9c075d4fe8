# Asks whether one is idle, and takes the lock afterwards: the last one may be gone by then.
# Hint: looks like a check before the lock is taken: what you saw may no longer be true when you act on it.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._idle = []

    def run(self, query):
        with self._places:
            if self._idle:
                with self._lock:
                    connection = self._idle.pop()
            else:
                connection = self._connect()
            try:
                return query(connection)
            finally:
                with self._lock:
                    self._idle.append(connection)

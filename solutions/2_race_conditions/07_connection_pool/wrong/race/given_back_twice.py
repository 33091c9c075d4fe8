# After a failed query it gives the connection back twice: soon two queries have the same one.
# Hint: looks like something given back in `except` and again in `finally`: it is there twice, so two can take it.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._idle = []

    def run(self, query):
        with self._places:
            with self._lock:
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                connection = self._connect()
            try:
                return query(connection)
            except Exception:
                with self._lock:
                    self._idle.append(connection)
                raise
            finally:
                with self._lock:
                    self._idle.append(connection)

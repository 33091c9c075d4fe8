# Catches what the query raises and returns None: the request never hears of it.
# Hint: looks like an `except` that hides the error: the caller goes on as if all were well. Tidy up, then let it out.
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
            result = None
            try:
                result = query(connection)
            except Exception:
                pass
            with self._lock:
                self._idle.append(connection)
            return result

# Takes a place before it connects; if connecting raises, the place is never given back.
# Hint: looks like a place that is taken before a step that may fail, outside of the `try`: after the failure nobody gives it back.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._idle = []

    def run(self, query):
        self._places.acquire()
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = self._connect()
        try:
            return query(connection)
        finally:
            with self._lock:
                self._idle.append(connection)
            self._places.release()

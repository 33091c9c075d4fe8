# A new lock in each call: nobody else can hold it, so nobody ever waits.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = threading.Semaphore(size)
        self._idle = []

    def run(self, query):
        with self._places:
            lock = threading.Lock()
            with lock:
                connection = self._idle[0] if self._idle else self._connect()
                self._idle = self._idle[1:]
            try:
                return query(connection)
            finally:
                with lock:
                    self._idle = [*self._idle, connection]

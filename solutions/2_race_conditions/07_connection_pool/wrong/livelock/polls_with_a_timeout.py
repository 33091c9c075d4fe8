# Waits 50 ms for a place, and again, and again: it is polling, only slower.
# Hint: looks like a wait with a timeout in a loop: that is polling. If the signal is sure to come, no timeout is needed.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._idle = []

    def run(self, query):
        while not self._places.acquire(timeout=0.05):
            pass
        try:
            with self._lock:
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                connection = self._connect()
            try:
                return query(connection)
            finally:
                with self._lock:
                    self._idle.append(connection)
        finally:
            self._places.release()

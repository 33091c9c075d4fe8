# Asks again every 10 ms whether one is free: every waiting request keeps the machine busy.
# Hint: looks like asking again and again with a pause: it costs time while nothing happens. Sleep until you are woken.
import threading
import time


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._size = size
        self._opened = 0
        self._lock = threading.Lock()
        self._idle = []

    def _borrow(self):
        while True:
            with self._lock:
                if self._idle:
                    return self._idle.pop()
                if self._opened < self._size:
                    connection = self._connect()
                    self._opened += 1
                    return connection
            time.sleep(0.01)

    def run(self, query):
        connection = self._borrow()
        try:
            return query(connection)
        finally:
            with self._lock:
                self._idle.append(connection)

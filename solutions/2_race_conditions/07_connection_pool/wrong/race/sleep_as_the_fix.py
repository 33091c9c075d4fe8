# Sleeps until somebody should be done, then takes what it finds without a lock.
# Hint: looks like a sleep in place of waiting: no pause is long enough for certain. Wait for the thing itself.
import time


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._size = size
        self._opened = 0
        self._idle = []

    def run(self, query):
        if not self._idle and self._opened == self._size:
            time.sleep(0.5)
        if self._idle:
            connection = self._idle.pop()
        else:
            self._opened += 1
            try:
                connection = self._connect()
            except BaseException:
                self._opened -= 1
                raise
        try:
            return query(connection)
        finally:
            self._idle.append(connection)

# Looks at the first idle connection and takes it out afterwards: two may look at the same one.
# Hint: looks like reading an item and removing it in two steps: two threads can read the same one before either removes it.
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
                connection = self._idle[0]
                self._idle = self._idle[1:]
            else:
                connection = self._connect()
            try:
                return query(connection)
            finally:
                self._idle.append(connection)

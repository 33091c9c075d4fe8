# Gives the place of a failed connect back in silence: whoever waits for it sleeps on.
# Hint: looks like a place that becomes free without a `notify()`: every change that somebody may wait for needs one, on errors too.
import threading


class ConnectionPool:
    def __init__(self, connect, size):
        self._connect = connect
        self._size = size
        self._opened = 0
        self._changed = threading.Condition()
        self._idle = []

    def run(self, query):
        with self._changed:
            self._changed.wait_for(lambda: self._idle or self._opened < self._size)
            connection = self._idle.pop() if self._idle else None
            if connection is None:
                self._opened += 1
        if connection is None:
            try:
                connection = self._connect()
            except BaseException:
                with self._changed:
                    self._opened -= 1
                raise
        try:
            return query(connection)
        finally:
            with self._changed:
                self._idle.append(connection)
                self._changed.notify()

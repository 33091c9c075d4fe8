# Asks once and believes it after waking: somebody else may have been quicker.
# Hint: looks like an `if` around `wait()`: after waking, the condition may be false again. Ask again before you act.
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
            if not self._idle and self._opened == self._size:
                self._changed.wait()
            connection = None
            if self._idle or self._opened == self._size:
                connection = self._idle.pop()
            else:
                self._opened += 1
        if connection is None:
            try:
                connection = self._connect()
            except BaseException:
                with self._changed:
                    self._opened -= 1
                    self._changed.notify()
                raise
        try:
            return query(connection)
        finally:
            with self._changed:
                self._idle.append(connection)
                self._changed.notify()

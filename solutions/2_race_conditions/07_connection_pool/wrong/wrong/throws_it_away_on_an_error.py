# A query that raises takes its connection along: its place is free, and another one is opened.
# Hint: looks like the connection is given back only after a query that went well: use `finally`.
import threading
from collections.abc import Callable
from typing import Any


class ConnectionPool:
    """Lends connections, each to one query at a time.

    Args:
        connect: opens a connection and returns it; takes a while and may raise.
        size: how many connections there may be, at least 1.
    """

    def __init__(self, connect: Callable[[], Any], size: int) -> None:
        self._connect = connect
        self._places = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._idle: list[Any] = []

    def run(self, query: Callable[[Any], Any]) -> Any:
        """Call a query with a connection that nobody else has, and return what it returns.

        Args:
            query: takes the connection; may raise.
        """
        with self._places:
            with self._lock:
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                connection = self._connect()
            result = query(connection)
            with self._lock:
                self._idle.append(connection)
            return result

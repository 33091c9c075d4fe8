"""A queue of places: each holds an idle connection, or None where none is open yet."""

import queue
from collections.abc import Callable
from typing import Any


class ConnectionPool:
    """Lends connections, each to one query at a time."""

    def __init__(self, connect: Callable[[], Any], size: int) -> None:
        self._connect = connect
        self._places: queue.LifoQueue[Any] = queue.LifoQueue()
        for _ in range(size):
            self._places.put(None)

    def run(self, query: Callable[[Any], Any]) -> Any:
        """Call a query with a connection that nobody else has, and return what it returns."""
        connection = self._places.get()
        try:
            if connection is None:
                connection = self._connect()
            return query(connection)
        finally:
            self._places.put(connection)

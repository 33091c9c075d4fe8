"""An RLock around taking and opening: simple, as long as opening may keep others waiting."""

import threading
from collections.abc import Callable
from typing import Any


class ConnectionPool:
    """Lends connections, each to one query at a time."""

    def __init__(self, connect: Callable[[], Any], size: int) -> None:
        self._connect = connect
        self._places = threading.BoundedSemaphore(size)
        self._lock = threading.RLock()
        self._idle: list[Any] = []

    def run(self, query: Callable[[Any], Any]) -> Any:
        """Call a query with a connection that nobody else has, and return what it returns."""
        with self._places:
            with self._lock:
                connection = self._idle.pop() if self._idle else self._connect()
            try:
                return query(connection)
            finally:
                with self._lock:
                    self._idle.append(connection)

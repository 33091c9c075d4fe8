"""A context manager lends: what is borrowed with `with` is always given back."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any


class ConnectionPool:
    """Lends connections, each to one query at a time."""

    def __init__(self, connect: Callable[[], Any], size: int) -> None:
        self._connect = connect
        self._places = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._idle: deque[Any] = deque()

    def run(self, query: Callable[[Any], Any]) -> Any:
        """Call a query with a connection that nobody else has, and return what it returns."""
        with _Loan(self) as connection:
            return query(connection)


class _Loan:
    """One connection, borrowed from a pool for the time of a `with`."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def __enter__(self) -> Any:
        self._pool._places.acquire()
        try:
            with self._pool._lock:
                if self._pool._idle:
                    self._connection = self._pool._idle.popleft()
                    return self._connection
            self._connection = self._pool._connect()
            return self._connection
        except BaseException:
            self._pool._places.release()
            raise

    def __exit__(self, *error: object) -> None:
        with self._pool._lock:
            self._pool._idle.append(self._connection)
        self._pool._places.release()

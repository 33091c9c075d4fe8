"""A Condition guards the idle ones and the count; every change that helps somebody notifies."""

import threading
from collections.abc import Callable
from typing import Any


class ConnectionPool:
    """Lends connections, each to one query at a time."""

    def __init__(self, connect: Callable[[], Any], size: int) -> None:
        self._connect = connect
        self._size = size
        self._opened = 0
        self._changed = threading.Condition()
        self._idle: list[Any] = []

    def _borrow(self) -> Any:
        with self._changed:
            while not self._idle and self._opened == self._size:
                self._changed.wait()
            if self._idle:
                return self._idle.pop()
            self._opened += 1
        try:
            return self._connect()
        except BaseException:
            with self._changed:
                self._opened -= 1
                self._changed.notify()
            raise

    def run(self, query: Callable[[Any], Any]) -> Any:
        """Call a query with a connection that nobody else has, and return what it returns."""
        connection = self._borrow()
        try:
            return query(connection)
        finally:
            with self._changed:
                self._idle.append(connection)
                self._changed.notify()

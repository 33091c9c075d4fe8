"""The database connections of a web service.

Opening a connection is slow, and the database allows only a few. So the service keeps a pool of
them: a request borrows a connection for one query and gives it back. Every request has a thread.

What is wrong today
    Under load the database complains: too many connections. Sometimes two requests are on the
    same connection, and one reads the other's rows. After some hours with errors in queries the
    service stands still, and a single failed attempt to connect makes it slower for good.

What must hold
    - Never more than `size` connections are opened in all. One is opened only when somebody needs
      it and none is idle.
    - A connection serves one query at a time, and up to `size` queries run at the same time.
    - Whoever finds none free waits and gets one as soon as one is given back. Waiting costs
      nothing: it sleeps, without asking again and again.
    - If a query raises, its error comes out, and its connection goes back into the pool.
    - If opening a connection raises, that error comes out, and somebody else may open one instead.

What may not change
    The names and arguments of `ConnectionPool` and `run`.
"""

import time
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
        self._size = size
        self._opened = 0
        self._idle: list[Any] = []

    def run(self, query: Callable[[Any], Any]) -> Any:
        """Call a query with a connection that nobody else has, and return what it returns.

        Args:
            query: takes the connection; may raise.
        """
        while not self._idle and self._opened == self._size:
            time.sleep(0.01)
        if not self._idle:
            self._opened += 1
            self._idle.append(self._connect())
        connection = self._idle[0]
        del self._idle[0]
        result = query(connection)
        self._idle.append(connection)
        return result

"""Which request does this belong to?

A web service writes the name of the request into each line of its log. The name is kept in
a context variable: each request runs in a context of its own, and sees its own name. What takes
long is done beside the request, by tasks that other threads run. There are also tasks of the
house, such as emptying a cache, that belong to no request.

What is wrong today
    In the log, all tasks belong to "-", that is to no request: new threads begin with an empty
    context. Then the service moved to Python 3.14 without the GIL, where a new thread begins with
    a copy of its starter's context, and now it is worse: tasks bear the name of a request, often
    of the wrong one, namely of the one for which their thread was started. So do tasks of the
    house.

What must hold
    All of this both where new threads begin with an empty context and where they begin with
    a copy:
    - `current_request()` in a task of a request is the request that asked for the task.
    - In a task of the house it is "-", whoever asked for it.
    - A task that begins a request of its own changes that for nobody else: not for the request
      that asked for it, and not for tasks that come after it.
    - Up to `workers` tasks run at the same time, also tasks of the same request. When `close()`
      comes back, all of them are done.

What may not change
    The names and arguments of the functions, of `Background` and its methods. Tasks give their
    results in a `Future`.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar
from typing import Any

_request: ContextVar[str] = ContextVar("request", default="-")


def begin_request(name: str) -> None:
    """Say which request it is that goes on from here."""
    _request.set(name)


def current_request() -> str:
    """Return the name of the request that this belongs to, or "-"."""
    return _request.get()


class Background:
    """Threads that run tasks beside the requests.

    Args:
        workers: how many tasks may run at the same time.
    """

    def __init__(self, workers: int) -> None:
        self._pool = ThreadPoolExecutor(workers)

    def for_request(self, task: Callable[[], Any]) -> Future:
        """Run a task that belongs to the request that asks for it."""
        return self._pool.submit(task)

    def for_the_house(self, task: Callable[[], Any]) -> Future:
        """Run a task that belongs to no request."""
        return self._pool.submit(task)

    def close(self) -> None:
        """Wait for the tasks and end the threads."""
        self._pool.shutdown()

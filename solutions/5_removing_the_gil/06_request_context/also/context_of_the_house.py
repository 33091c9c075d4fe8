"""The house has a context without a name; each of its tasks runs in a copy of that one."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar, copy_context
from functools import partial
from typing import Any

_request: ContextVar[str] = ContextVar("request", default="-")


def begin_request(name: str) -> None:
    _request.set(name)


def current_request() -> str:
    return _request.get()


class Background:
    """Threads that run tasks beside the requests."""

    def __init__(self, workers: int) -> None:
        self._pool = ThreadPoolExecutor(workers)
        self._nobody = copy_context()
        self._nobody.run(begin_request, "-")

    def for_request(self, task: Callable[[], Any]) -> Future:
        return self._pool.submit(partial(copy_context().run, task))

    def for_the_house(self, task: Callable[[], Any]) -> Future:
        return self._pool.submit(partial(self._nobody.copy().run, task))

    def close(self) -> None:
        self._pool.shutdown()

"""Every task is told its name when it starts, those of the house too; nothing else is carried."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar
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

    def for_request(self, task: Callable[[], Any]) -> Future:
        return self._pool.submit(self._run, current_request(), task)

    def for_the_house(self, task: Callable[[], Any]) -> Future:
        return self._pool.submit(self._run, "-", task)

    def close(self) -> None:
        self._pool.shutdown()

    @staticmethod
    def _run(name: str, task: Callable[[], Any]) -> Any:
        begin_request(name)
        return task()

"""The worker sets the variable for the task and puts it back; the house sets the default."""

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
        return self._submit(_request.get(), task)

    def for_the_house(self, task: Callable[[], Any]) -> Future:
        return self._submit("-", task)

    def close(self) -> None:
        self._pool.shutdown()

    def _submit(self, name: str, task: Callable[[], Any]) -> Future:
        def run() -> Any:
            token = _request.set(name)
            try:
                return task()
            finally:
                _request.reset(token)

        return self._pool.submit(run)

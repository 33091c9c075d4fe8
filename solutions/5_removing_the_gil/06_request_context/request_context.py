"""Each task is told in which context to run, so it doesn't matter how its thread began."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import Context, ContextVar, copy_context
from typing import Any

_request: ContextVar[str] = ContextVar("request", default="-")


def begin_request(name: str) -> None:
    """Say which request it is that goes on from here."""
    _request.set(name)


def current_request() -> str:
    """Return the name of the request that this belongs to, or "-"."""
    return _request.get()


class Background:
    """Threads that run tasks beside the requests."""

    def __init__(self, workers: int) -> None:
        self._pool = ThreadPoolExecutor(workers)

    def for_request(self, task: Callable[[], Any]) -> Future:
        """Run a task in a copy of the context in which it was asked for."""
        return self._pool.submit(copy_context().run, task)

    def for_the_house(self, task: Callable[[], Any]) -> Future:
        """Run a task in an empty context."""
        return self._pool.submit(Context().run, task)

    def close(self) -> None:
        """Wait for the tasks and end the threads."""
        self._pool.shutdown()

"""No pool: threads that take pairs of context and task from a queue."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import Context, ContextVar, copy_context
from typing import Any

_request: ContextVar[str] = ContextVar("request", default="-")


def begin_request(name: str) -> None:
    _request.set(name)


def current_request() -> str:
    return _request.get()


class Background:
    """Threads that run tasks beside the requests."""

    def __init__(self, workers: int) -> None:
        self._tasks: queue.Queue = queue.Queue()
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def for_request(self, task: Callable[[], Any]) -> Future:
        return self._put(copy_context(), task)

    def for_the_house(self, task: Callable[[], Any]) -> Future:
        return self._put(Context(), task)

    def close(self) -> None:
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    def _put(self, context: Context, task: Callable[[], Any]) -> Future:
        future: Future = Future()
        self._tasks.put((context, task, future))
        return future

    def _work(self) -> None:
        while (job := self._tasks.get()) is not None:
            context, task, future = job
            try:
                future.set_result(context.run(task))
            except BaseException as error:
                future.set_exception(error)

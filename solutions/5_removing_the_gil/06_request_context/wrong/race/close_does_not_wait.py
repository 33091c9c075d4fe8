# close() says that there will be no more tasks, and comes back while some still run.
# Hint: looks as if `close()` doesn't wait: it comes back while tasks are still running, or before they have begun.
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, ContextVar, copy_context

_request = ContextVar("request", default="-")


def begin_request(name):
    _request.set(name)


def current_request():
    return _request.get()


class Background:
    def __init__(self, workers):
        self._pool = ThreadPoolExecutor(workers)

    def for_request(self, task):
        return self._pool.submit(copy_context().run, task)

    def for_the_house(self, task):
        return self._pool.submit(Context().run, task)

    def close(self):
        self._pool.shutdown(wait=False)

# Copies the context once, when nobody has begun a request yet.
# Hint: looks like one context, copied at the beginning, serves all: each task needs a copy made when it is asked for.
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
        self._context = copy_context()

    def for_request(self, task):
        return self._pool.submit(self._context.copy().run, task)

    def for_the_house(self, task):
        return self._pool.submit(Context().run, task)

    def close(self):
        self._pool.shutdown()

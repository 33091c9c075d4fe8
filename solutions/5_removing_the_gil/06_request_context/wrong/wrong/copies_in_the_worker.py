# Copies the context when the task runs: by then it is the worker's own that is copied.
# Hint: looks like `copy_context()` is called by the worker: it copies the context of whoever calls it, so call it before you hand over.
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
        return self._pool.submit(lambda: copy_context().run(task))

    def for_the_house(self, task):
        return self._pool.submit(Context().run, task)

    def close(self):
        self._pool.shutdown()

# Hopes that a worker's own context is empty; where threads inherit, it is that of a request.
# Hint: looks like a thread is expected to begin with an empty context: some Pythons give it a copy of its starter's.
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar, copy_context

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
        return self._pool.submit(task)

    def close(self):
        self._pool.shutdown()

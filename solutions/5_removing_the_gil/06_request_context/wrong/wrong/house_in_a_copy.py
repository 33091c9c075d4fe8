# Runs the house's tasks in a copy of the worker's context, not an empty one where threads inherit.
# Hint: looks like a worker's context is taken for an empty one: where threads inherit, it is that of who started the worker.
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
        return self._pool.submit(lambda: copy_context().run(task))

    def close(self):
        self._pool.shutdown()

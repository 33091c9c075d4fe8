# Runs all tasks of the house in one empty context, which stays empty until one of them changes it.
# Hint: looks like several tasks share one context: what one of them changes there, the next one finds; make one for each.
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
        self._nobody = Context()

    def for_request(self, task):
        return self._pool.submit(copy_context().run, task)

    def for_the_house(self, task):
        return self._pool.submit(self._nobody.run, task)

    def close(self):
        self._pool.shutdown()

# All tasks of a request run in one copy: a second thread can't enter a context that is in use.
# Hint: looks like several tasks share one context: it holds one thread at a time, and a second one gets RuntimeError; copy for each.
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
        self._contexts = {}

    def for_request(self, task):
        context = self._contexts.setdefault(current_request(), copy_context())
        return self._pool.submit(context.run, task)

    def for_the_house(self, task):
        return self._pool.submit(Context().run, task)

    def close(self):
        self._pool.shutdown()

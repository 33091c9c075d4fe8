# Hopes that a worker has the context of whoever asks; at best it has that of who started it.
# Hint: looks like a task relies on its thread's context: a pool's thread is started once, for one request, and then serves many.
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, ContextVar

_request = ContextVar("request", default="-")


def begin_request(name):
    _request.set(name)


def current_request():
    return _request.get()


class Background:
    def __init__(self, workers):
        self._pool = ThreadPoolExecutor(workers)

    def for_request(self, task):
        return self._pool.submit(task)

    def for_the_house(self, task):
        return self._pool.submit(Context().run, task)

    def close(self):
        self._pool.shutdown()

# Keeps the name by thread: the worker is another thread, and two requests may share one.
# Hint: looks like a thread-local takes the place of the context variable: a worker is another thread and finds nothing there.
import threading
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, copy_context

_local = threading.local()


def begin_request(name):
    _local.request = name


def current_request():
    return getattr(_local, "request", "-")


class Background:
    def __init__(self, workers):
        self._pool = ThreadPoolExecutor(workers)

    def for_request(self, task):
        return self._pool.submit(copy_context().run, task)

    def for_the_house(self, task):
        return self._pool.submit(Context().run, task)

    def close(self):
        self._pool.shutdown()

# Sets the name in the worker before a task of a request, and leaves it there for the house.
# Hint: looks like a value is set in a pool's thread and not taken back: the thread goes on to serve others, who find it.
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar

_request = ContextVar("request", default="-")


def begin_request(name):
    _request.set(name)


def current_request():
    return _request.get()


class Background:
    def __init__(self, workers):
        self._pool = ThreadPoolExecutor(workers)

    def for_request(self, task):
        name = current_request()

        def run():
            begin_request(name)
            return task()

        return self._pool.submit(run)

    def for_the_house(self, task):
        return self._pool.submit(task)

    def close(self):
        self._pool.shutdown()

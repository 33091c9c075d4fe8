# Keeps the name in a global: whoever has begun last is everybody's request.
# Hint: looks like the current value is a global: threads that serve two requests at once overwrite each other's.
from concurrent.futures import ThreadPoolExecutor

_current = "-"


def begin_request(name):
    global _current
    _current = name


def current_request():
    return _current


class Background:
    def __init__(self, workers):
        self._pool = ThreadPoolExecutor(workers)

    def for_request(self, task):
        return self._pool.submit(self._as, current_request(), task)

    def for_the_house(self, task):
        return self._pool.submit(self._as, "-", task)

    def close(self):
        self._pool.shutdown()

    def _as(self, name, task):
        before = current_request()
        begin_request(name)
        try:
            return task()
        finally:
            begin_request(before)

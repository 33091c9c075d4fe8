# Runs each task at once and in the request's own thread, which then waits for nobody but itself.
# Hint: looks like the work is done in the calling thread: its context fits, but nothing goes on beside the request any more.
from concurrent.futures import Future
from contextvars import Context, ContextVar, copy_context

_request = ContextVar("request", default="-")


def begin_request(name):
    _request.set(name)


def current_request():
    return _request.get()


class Background:
    def __init__(self, workers):
        self._workers = workers

    def for_request(self, task):
        return self._run(copy_context(), task)

    def for_the_house(self, task):
        return self._run(Context(), task)

    def close(self):
        pass

    def _run(self, context, task):
        future = Future()
        future.set_result(context.run(task))
        return future

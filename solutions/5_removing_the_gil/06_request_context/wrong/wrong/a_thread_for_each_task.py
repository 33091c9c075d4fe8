# Starts a thread for each task: that inherits a copy on some Pythons, and on others nothing.
# Hint: looks like a new thread is expected to inherit its starter's context: whether it does depends on the Python and its options.
import threading
from concurrent.futures import Future
from contextvars import Context, ContextVar

_request = ContextVar("request", default="-")


def begin_request(name):
    _request.set(name)


def current_request():
    return _request.get()


class Background:
    def __init__(self, workers):
        self._seats = threading.Semaphore(workers)
        self._threads = []

    def for_request(self, task):
        future = Future()

        def run():
            with self._seats:
                future.set_result(task())

        thread = threading.Thread(target=run)
        self._threads.append(thread)
        thread.start()
        return future

    def for_the_house(self, task):
        return self.for_request(lambda: Context().run(task))

    def close(self):
        for thread in self._threads:
            thread.join()

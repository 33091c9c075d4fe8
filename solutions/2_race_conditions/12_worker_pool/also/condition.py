"""A Condition guards jobs and flag; a worker goes home when it finds neither job nor hope."""

import threading
from collections import deque
from collections.abc import Callable


class StoppedError(Exception):
    """The pool takes no more jobs."""


class WorkerPool:
    """Does jobs in the background."""

    def __init__(self, workers: int) -> None:
        self._changed = threading.Condition()
        self._jobs: deque[Callable[[], None]] = deque()
        self._stopped = False
        self._errors: list[Exception] = []
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._jobs or self._stopped)
                if not self._jobs:
                    return
                job = self._jobs.popleft()
            try:
                job()
            except Exception as error:
                with self._changed:
                    self._errors.append(error)

    def submit(self, job: Callable[[], None]) -> None:
        """Leave a job for the workers; comes back at once."""
        with self._changed:
            if self._stopped:
                raise StoppedError
            self._jobs.append(job)
            self._changed.notify()

    def stop(self) -> list[Exception]:
        """Take no more jobs; wait until the accepted ones are done and the workers have ended."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()
        return self._errors.copy()

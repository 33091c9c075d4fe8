"""One note for all: the worker that finds it puts it back for the next one."""

import queue
import threading
from collections.abc import Callable


class StoppedError(Exception):
    """The pool takes no more jobs."""


class WorkerPool:
    """Does jobs in the background."""

    def __init__(self, workers: int) -> None:
        self._jobs: queue.SimpleQueue = queue.SimpleQueue()
        self._lock = threading.RLock()
        self._stopped = False
        self._errors: list[Exception] = []
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception as error:
                self._errors.append(error)
        self._jobs.put(None)

    def submit(self, job: Callable[[], None]) -> None:
        """Leave a job for the workers; comes back at once."""
        with self._lock:
            if self._stopped:
                raise StoppedError
            self._jobs.put(job)

    def stop(self) -> list[Exception]:
        """Take no more jobs; wait until the accepted ones are done and the workers have ended."""
        with self._lock:
            if not self._stopped:
                self._stopped = True
                self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return list(self._errors)

"""The jobs of a shop: a note for each worker, behind all jobs, put under the lock of submit()."""

import queue
import threading
from collections.abc import Callable


class StoppedError(Exception):
    """The pool takes no more jobs."""


class WorkerPool:
    """Does jobs in the background.

    Args:
        workers: how many jobs may run at the same time, at least 1.
    """

    def __init__(self, workers: int) -> None:
        self._jobs: queue.Queue[Callable[[], None] | None] = queue.Queue()
        self._lock = threading.Lock()
        self._stopped = False
        self._errors: list[Exception] = []
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        """What each worker does, until it finds the note that says stop."""
        while True:
            job = self._jobs.get()
            if job is None:
                break
            try:
                job()
            except Exception as error:
                with self._lock:
                    self._errors.append(error)

    def submit(self, job: Callable[[], None]) -> None:
        """Leave a job for the workers; comes back at once.

        Raises:
            StoppedError: the pool takes no more jobs.
        """
        with self._lock:
            if self._stopped:
                raise StoppedError
            self._jobs.put(job)

    def stop(self) -> list[Exception]:
        """Take no more jobs, and wait until the accepted ones are done and the workers have ended.

        Returns:
            What the jobs raised, in any order.
        """
        with self._lock:
            if not self._stopped:
                self._stopped = True
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return list(self._errors)

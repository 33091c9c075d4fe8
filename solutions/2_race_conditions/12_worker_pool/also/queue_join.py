"""Waits with Queue.join() until all is done, and only then puts a note for each worker."""

import queue
import threading
from collections.abc import Callable


class StoppedError(Exception):
    """The pool takes no more jobs."""


class WorkerPool:
    """Does jobs in the background."""

    def __init__(self, workers: int) -> None:
        self._jobs: queue.Queue = queue.Queue()
        self._door = threading.BoundedSemaphore(1)
        self._open = True
        self._errors: queue.SimpleQueue = queue.SimpleQueue()
        self._stopping = threading.Lock()
        self._noted = False
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                if job is None:
                    return
                job()
            except Exception as error:
                self._errors.put(error)
            finally:
                self._jobs.task_done()

    def submit(self, job: Callable[[], None]) -> None:
        """Leave a job for the workers; comes back at once."""
        with self._door:
            if not self._open:
                raise StoppedError
            self._jobs.put(job)

    def stop(self) -> list[Exception]:
        """Take no more jobs; wait until the accepted ones are done and the workers have ended."""
        with self._door:
            self._open = False
        with self._stopping:
            self._jobs.join()
            if not self._noted:
                self._noted = True
                for _ in self._threads:
                    self._jobs.put(None)
            for thread in self._threads:
                thread.join()
            errors = [self._errors.get() for _ in range(self._errors.qsize())]
            for error in errors:
                self._errors.put(error)
        return errors

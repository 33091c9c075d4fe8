"""ThreadPoolExecutor has nearly all of this; only its refusal has another name."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


class StoppedError(Exception):
    """The pool takes no more jobs."""


class WorkerPool:
    """Does jobs in the background."""

    def __init__(self, workers: int) -> None:
        self._executor = ThreadPoolExecutor(workers)
        self._errors: list[Exception] = []

    def _do(self, job: Callable[[], None]) -> None:
        try:
            job()
        except Exception as error:
            self._errors.append(error)

    def submit(self, job: Callable[[], None]) -> None:
        """Leave a job for the workers; comes back at once."""
        try:
            self._executor.submit(self._do, job)
        except RuntimeError:
            raise StoppedError from None

    def stop(self) -> list[Exception]:
        """Take no more jobs; wait until the accepted ones are done and the workers have ended."""
        self._executor.shutdown(wait=True)
        return list(self._errors)

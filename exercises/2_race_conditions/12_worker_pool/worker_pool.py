"""The background jobs of a web shop.

Mails, invoices and thumbnails are made by a few worker threads, so that no customer waits for
them. Before each new version of the shop somebody calls `stop()`: what has been accepted is still
done, and then the process ends.

What is wrong today
    With one worker all was well. Since there are three, `stop()` doesn't come back. A job that
    raises takes its worker along: after three bad mail addresses nothing is done any more. And
    now and then a job that was accepted while the pool was stopping is never done.

What must hold
    - Each job that `submit()` accepts is done once, by one of the workers.
    - `stop()` comes back when all of them are done and all workers have ended. It may be called
      again, and by several threads at the same time.
    - From then on `submit()` raises `StoppedError`. A job that comes at the same time as the stop
      is either done or refused.
    - A job that raises does no harm to the others. `stop()` returns all such errors.
    - As many jobs as there are workers can run at the same time; an idle worker sleeps.

What may not change
    The names and arguments of `WorkerPool`, its methods and `StoppedError`. No job calls `stop()`.
"""

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
        self._stopped = False
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        """What each worker does, until it finds the note that says stop."""
        while True:
            job = self._jobs.get()
            if job is None:
                break
            job()

    def submit(self, job: Callable[[], None]) -> None:
        """Leave a job for the workers; comes back at once.

        Raises:
            StoppedError: the pool takes no more jobs.
        """
        if self._stopped:
            raise StoppedError
        self._jobs.put(job)

    def stop(self) -> list[Exception]:
        """Take no more jobs, and wait until the accepted ones are done and the workers have ended.

        Returns:
            What the jobs raised, in any order.
        """
        self._stopped = True
        self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return []

"""Keeps the worker of the last submission: pytest grades one property after the other."""

from __future__ import annotations

import atexit
import contextlib
import threading
from collections.abc import Iterator

from grader.judge.gate import Submission
from grader.judge.worker import Worker

_lock = threading.Lock()
_idle: list[tuple[Submission, Worker]] = []


@contextlib.contextmanager
def worker_for(submission: Submission) -> Iterator[Worker]:
    """Lends a worker that has run nothing but this very submission.

    It lives on, idle, until another submission comes or this process ends.
    """
    with _lock:
        kept = [worker for owner, worker in _idle if owner == submission]
        others = [worker for owner, worker in _idle if owner != submission]
        _idle.clear()
    for worker in others:
        worker.kill()
    worker = kept[0] if kept else Worker()
    try:
        yield worker
    except BaseException:
        worker.kill()
        raise
    with _lock:
        surplus = [worker for _, worker in _idle]
        _idle[:] = [(submission, worker)]
    for other in surplus:
        other.kill()


@atexit.register
def end_idle_worker() -> None:
    """Ends the worker that waits, if there is one."""
    with _lock:
        waiting = [worker for _, worker in _idle]
        _idle.clear()
    for worker in waiting:
        worker.kill()

"""The scheduler that runs now: one at a time in a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler

scheduler: Scheduler | None = None


def require() -> Scheduler:
    """Returns the running scheduler.

    Raises:
        RuntimeError: no simulation runs, so there is no simulated thread to speak for.
    """
    if scheduler is None:
        raise RuntimeError("a simulated lock was used outside of its simulation")
    return scheduler

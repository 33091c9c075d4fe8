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


def identity(value: object) -> int:
    """What a program's `id` returns: a number by the order in which it asks, in this execution.

    An address would make one run differ from the next. The value is kept alive, so that its
    number stays its own.
    """
    if scheduler is None:
        return id(value)
    identities = scheduler.identities
    known = identities.get(id(value))
    if known is None:
        known = identities[id(value)] = (16 * (len(identities) + 1), value)
    return known[0]

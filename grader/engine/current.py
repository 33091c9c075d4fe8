"""The scheduler that runs now: one at a time in a process."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

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

    An address would make one run differ from the next.
    """
    if scheduler is None:
        return id(value)
    identities = scheduler.identities
    known = identities.get(id(value))
    if known is None:
        scheduler.identified += 16
        known = identities[id(value)] = (scheduler.identified, _held(value, identities))
    return known[0]


def _held(value: object, identities: dict[int, tuple[int, object]]) -> object:
    """Returns what sees to it that a number stays a value's own as long as that lives."""
    address = id(value)
    try:
        return ref(value, lambda _: identities.pop(address, None))
    except TypeError:
        return value

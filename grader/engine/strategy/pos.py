"""Partial-order sampling.

Yuan, Yang and Gu, "Partial Order Aware Concurrency Sampling" (CAV 2018): every step
about to run has a random priority, and the highest one runs. A step that comes up gets
a new priority, and so do those that race with the step that ran: thus every order of
steps that race gets its chance, and orders that make no difference take none away.

Whether two steps race is told from their source: they touch what is called the same, and
one of them is more than a read. A thread that gives way (sleeps, spins) comes last until
somebody else has run, so that spin loops end.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.engine.rewrite.sites import Site
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread


class PartialOrderSampling:
    """Samples orders of the steps that race.

    Args:
        seed: the same seed decides the same way on every Python.
    """

    exhausted = False

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random
        self._priorities: dict[int, float] = {}
        self._yields: dict[int, int] = {}

    def begin(self) -> bool:
        self._priorities = {}
        self._yields = {}
        return True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        priorities = self._priorities
        for thread in enabled:
            if thread.index not in priorities:
                priorities[thread.index] = self._random()
            if thread.yields > self._yields.get(thread.index, 0):
                self._yields[thread.index] = thread.yields
                priorities[thread.index] -= 1.0
        if free and running in enabled:
            priorities[running.index] = min(priorities.values()) - 1.0
        chosen = max(enabled, key=lambda thread: priorities[thread.index])
        del priorities[chosen.index]
        step = scheduler.sites[chosen.site]
        for thread in enabled:
            if thread is not chosen and _race(step, scheduler.sites[thread.site]):
                priorities[thread.index] = self._random()
        return enabled.index(chosen)

    def end(self, scheduler: Scheduler) -> None:
        pass


def _race(one: Site, other: Site) -> bool:
    same = one.key == other.key if one.key and other.key else one.target == other.target
    return same and not (one.op == "read" and other.op == "read")

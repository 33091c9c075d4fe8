"""Probabilistic concurrency testing, made fair.

Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with
Probabilistic Guarantees of Finding Bugs" (ASPLOS 2010): random priorities, and
d - 1 random moments at which the running thread falls below all others. A bug
of depth d among n threads and k decisions is met with probability at least
1 / (n · k^(d-1)) per execution. Plain PCT starves a spinning thread's partner;
here a thread that gives way (sleeps, spins) falls below all others as well.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread


class PCT:
    """Fair PCT.

    Args:
        seed: the same seed decides the same way on every Python.
        depth: the number of ordering constraints of the bugs looked for, d.
    """

    exhausted = False

    def __init__(self, seed: int, depth: int = 3) -> None:
        self._random = Random(seed).random
        self.depth = depth
        # The number of decisions of an execution, as far as is known; k in the paper.
        self._longest = 1
        self._priorities: dict[int, float] = {}
        self._yields: dict[int, int] = {}
        self._changes: set[int] = set()
        self._lowest = 0.0
        self._decisions = 0

    def begin(self) -> bool:
        self._priorities = {}
        self._yields = {}
        self._lowest = 0.0
        self._decisions = 0
        self._changes = {int(self._random() * self._longest) for _ in range(self.depth - 1)}
        return True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        for thread in enabled:
            if thread.index not in self._priorities:
                self._priorities[thread.index] = 1.0 + self._random()
            if thread.yields > self._yields.get(thread.index, 0):
                self._yields[thread.index] = thread.yields
                self._lower(thread)
        if self._decisions in self._changes or (free and running in enabled):
            self._lower(running)
        self._decisions += 1
        priorities = [self._priorities[thread.index] for thread in enabled]
        return priorities.index(max(priorities))

    def _lower(self, thread: SimThread) -> None:
        """Lets the thread run only when all others cannot."""
        self._lowest -= 1.0
        self._priorities[thread.index] = self._lowest

    def end(self, scheduler: Scheduler) -> None:
        self._longest = max(self._longest, self._decisions)

"""A seeded random walk: each decision uniform among the threads that can run."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread


class RandomWalk:
    """Picks uniformly.

    Args:
        seed: the same seed walks the same way on every Python.
    """

    exhausted = False

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random

    def begin(self) -> bool:
        return True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        return int(self._random() * len(enabled))

    def end(self, scheduler: Scheduler) -> None:
        pass
